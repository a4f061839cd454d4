import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import { byId, rowsOf, useOnward } from "../../lib/onward";
import { Card, DataTable, Empty, Page, ProblemCard, Skeleton } from "../../ui";
import { useCatalogue } from "../shared/catalogue";
import type { BehindMethod } from "../shared/shapes";
import { useLineColumns } from "../work/Disputes";

const outcomes = ["used", "agreed", "performed", "relapsed"] as const;

/** The disputes behind a figure of a method, the newest first. */
export function MethodDisputes() {
  const { t } = useTranslation("figures");
  const { method = "" } = useParams();
  const [search] = useSearchParams();
  const { choices, kindName } = useCatalogue();
  const columns = useLineColumns();
  const query = Object.fromEntries(
    ["from", "to", "organisation", "kind", "outcome"].map((one) => [one, search.get(one) ?? undefined]),
  );
  const list = useOnward<BehindMethod>(`/methods/${method}/disputes`, query);
  const { data, error, refetch } = list;
  const name = choices("method").find((one) => one.value === method)?.label ?? method;
  const outcome = outcomes.find((one) => one === query.outcome) ?? "used";
  const back = new URLSearchParams(search);
  for (const one of ["kind", "outcome"]) back.delete(one);
  return (
    <Page
      title={name}
      subtitle={[query.kind && kindName(query.kind), t(`methods.${outcome}`)].filter(Boolean).join(" · ")}
      back={{ to: `/desk/methods?${back}`, label: t("methods.title") }}
    >
      {error && !data && <ProblemCard error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton count={8} />}
      {data && (
        <Card flush>
          <DataTable
            caption={name}
            rows={rowsOf(list, (page) => page.disputes, byId)}
            onward={list}
            rowKey={byId}
            rowTo={(one) => `/desk/disputes/${one.id}`}
            keys
            columns={columns}
            empty={<Empty>{t("none")}</Empty>}
          />
        </Card>
      )}
    </Page>
  );
}
