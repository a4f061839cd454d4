// The reviews behind a figure.
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { byId, rowsOf, useOnward } from "../../lib/onward";
import { useAsk } from "../../lib/server";
import { Card, DataTable, Page } from "../../ui";
import { useReviewColumns } from "./columns";
import { type Figures, type Reviews, reviewPage } from "./shapes";

export function Faulty() {
  const { t } = useTranslation("quality");
  const [search] = useSearchParams();
  const item = search.get("item") ?? undefined;
  const month = search.get("month") ?? undefined;
  const columns = useReviewColumns();
  const list = useOnward<Reviews>("/quality/reviews", { item, month });
  const figures = useAsk<Figures>("/quality/figures");
  const ask = figures.data?.items.find((one) => one.item === item)?.ask ?? "";
  return (
    <Page
      title={t("behind")}
      subtitle={[ask, month].filter(Boolean).join(" · ")}
      back={{ to: "/desk/quality?tab=figures", label: t("tab.figures") }}
    >
      <Card flush>
        <DataTable
          caption={t("behind")}
          columns={columns}
          rows={rowsOf(list, (page) => page.reviews, byId)}
          onward={list}
          rowKey={byId}
          rowTo={(one) => reviewPage(one.id)}
          error={list.error}
          retry={() => void list.refetch()}
          empty={t("noFigures")}
        />
      </Card>
    </Page>
  );
}
