import { useTranslation } from "react-i18next";
import { useLocation, useParams } from "react-router";
import { number } from "../../lib/fmt";
import { useAsk } from "../../lib/server";
import {
  Card,
  CheckField,
  DataTable,
  Empty,
  FilterBar,
  Page,
  SelectField,
  Stack,
  useCursor,
  useFilters,
} from "../../ui";
import { nameIn } from "../shared/catalogue";
import type { Figures, Lines, Organisation } from "../shared/shapes";
import { useLineColumns } from "../work/Disputes";
import { share } from "./share";

const parts = ["numerator", "others", "denominator"] as const;

/** The disputes behind a figure: those that count, the rest, and all of them. */
export function IndicatorDisputes() {
  const { t, i18n } = useTranslation("figures");
  const { key = "" } = useParams();
  const filters = useFilters();
  const { cursor } = useCursor();
  const columns = useLineColumns();
  const organisation = filters.get("organisation");
  const period = { from: filters.get("from"), to: filters.get("to"), organisation };
  const figures = useAsk<Figures>("/indicators", period);
  const figure = figures.data?.figures.find((one) => one.key === key);
  // One organisation by itself: what those below it did is counted in their own rows.
  const alone = organisation !== null && filters.get("alone") === "true";
  const which = parts.find((one) => one === filters.get("which")) ?? "denominator";
  const list = useAsk<Lines>(`/indicators/${key}/disputes`, { ...period, alone: alone || null, which, cursor });
  const offices = useAsk<{ organisations: Organisation[] }>("/organisations", {}, { fresh: 600_000 });
  const office = offices.data?.organisations.find((one) => one.id === organisation);
  const back = useWayBack(key);
  const part = alone ? figure?.organisations.find((one) => one.key === organisation) : figure?.total;
  return (
    <Page
      title={figure?.name ?? t("title")}
      subtitle={[
        figures.data && t("period", { from: figures.data.from, to: figures.data.to }),
        office && nameIn(office, i18n.language),
        part && `${share(part)} (${t("of", { hits: number(part.numerator), all: number(part.denominator) })})`,
      ]
        .filter(Boolean)
        .join(" · ")}
      back={{ to: back, label: t("title") }}
    >
      <FilterBar names={[]}>
        <SelectField
          label={t("which")}
          required
          options={parts.map((one) => ({ value: one, label: t(`parts.${one}`) }))}
          value={which}
          onChange={(one) => filters.set("which", one)}
        />
        {organisation && (
          <CheckField label={t("alone")} value={alone} onChange={(on) => filters.set("alone", on ? "true" : null)} />
        )}
      </FilterBar>
      {figure && (
        <Stack gap={1}>
          <p className="dim">{figure.definition}</p>
        </Stack>
      )}
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

/** The page of figures as it stood: a row of it may have named another month or organisation. */
function useWayBack(figure: string): string {
  const { state, search } = useLocation();
  const from = (state as { figures?: string } | null)?.figures;
  const back = new URLSearchParams(from ?? search);
  if (from === undefined) for (const name of ["which", "cursor", "alone"]) back.delete(name);
  back.set("figure", figure);
  return `/desk/indicators?${back}`;
}
