import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import { useAsk } from "../../lib/server";
import { Card, DataTable, Empty, FilterBar, Page, SelectField, useCursor, useFilters } from "../../ui";
import type { Figures, Lines } from "../shared/shapes";
import { useLineColumns } from "../work/Disputes";
import { share } from "./share";

/** The disputes behind a figure: those that count, those it is counted of, and the rest. */
export function IndicatorDisputes() {
  const { t } = useTranslation("figures");
  const { key = "" } = useParams();
  const [search] = useSearchParams();
  const filters = useFilters();
  const { cursor } = useCursor();
  const columns = useLineColumns();
  const period = { from: filters.get("from"), to: filters.get("to"), organisation: filters.get("organisation") };
  const figures = useAsk<Figures>("/indicators", period);
  const figure = figures.data?.figures.find((one) => one.key === key);
  const list = useAsk<Lines>(`/indicators/${key}/disputes`, { ...period, which: filters.get("which"), cursor });
  const back = new URLSearchParams(search);
  back.delete("which");
  back.delete("cursor");
  back.set("figure", key);
  return (
    <Page
      title={figure?.name ?? t("title")}
      subtitle={figure ? `${share(figure.total)} · ${figure.definition}` : undefined}
      back={{ to: `/desk/indicators?${back}`, label: t("title") }}
    >
      <FilterBar names={[]}>
        <SelectField
          label={t("which")}
          required
          options={(["denominator", "numerator", "others"] as const).map((one) => ({
            value: one,
            label: t(`parts.${one}`),
          }))}
          value={filters.get("which") ?? "denominator"}
          onChange={(one) => filters.set("which", one)}
        />
      </FilterBar>
      <Card flush>
        <DataTable
          caption={figure?.name ?? t("title")}
          columns={columns}
          rows={list.data?.disputes}
          rowKey={(line) => line.id}
          rowTo={(line) => `/desk/disputes/${line.id}`}
          error={list.error}
          retry={() => void list.refetch()}
          next={list.data?.cursor}
          keys
          empty={<Empty>{t("none")}</Empty>}
        />
      </Card>
    </Page>
  );
}
