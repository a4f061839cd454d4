// Quality review: what waits for me, what can be taken, the samples, the figures.
import { useTranslation } from "react-i18next";
import { date, number } from "../../lib/fmt";
import { byId, rowsOf, useOnward } from "../../lib/onward";
import { useMe } from "../../shell/session";
import { Card, type Column, DataTable, Page, Stack, Tabs, useFilters } from "../../ui";
import { useReviewColumns } from "./columns";
import { Draw } from "./Draw";
import { FaultFigures } from "./FaultFigures";
import { type Reviews as Listed, reviewPage, type Sample, type Samples, samplePage } from "./shapes";

export function Quality() {
  const { t } = useTranslation("quality");
  const filters = useFilters();
  const me = useMe();
  const reviewing = me?.roles.some((one) => one === "director" || one === "supervisor") ?? false;
  const tabs = [
    { key: "mine", label: t("tab.mine"), content: <Reviews whose="mine" /> },
    ...(reviewing
      ? [
          { key: "take", label: t("tab.take"), content: <Reviews whose="to_take" /> },
          { key: "samples", label: t("tab.samples"), content: <SamplesTab /> },
          { key: "figures", label: t("tab.figures"), content: <FaultFigures /> },
        ]
      : []),
  ];
  const wanted = filters.get("tab") ?? "mine";
  return (
    <Page title={t("title")} subtitle={t(reviewing ? "says" : "saysMending")}>
      <Tabs
        label={t("title")}
        tabs={tabs}
        value={tabs.some((one) => one.key === wanted) ? wanted : "mine"}
        onChange={(key) => filters.set("tab", key === "mine" ? null : key)}
      />
    </Page>
  );
}

function Reviews({ whose }: { whose: "mine" | "to_take" }) {
  const { t } = useTranslation("quality");
  const list = useOnward<Listed>("/quality/reviews", { whose });
  const columns = useReviewColumns();
  return (
    <Card flush>
      <DataTable
        caption={t(whose === "mine" ? "tab.mine" : "tab.take")}
        columns={columns}
        rows={rowsOf(list, (page) => page.reviews, byId)}
        onward={list}
        rowKey={byId}
        rowTo={(one) => reviewPage(one.id)}
        error={list.error}
        retry={() => void list.refetch()}
        empty={t(whose === "mine" ? "noneMine" : "noneToTake")}
      />
    </Card>
  );
}

function SamplesTab() {
  const { t } = useTranslation("quality");
  const list = useOnward<Samples>("/quality/samples");
  const columns: Column<Sample>[] = [
    {
      key: "period",
      head: t("period"),
      primary: true,
      cell: (one) => t("fromTo", { from: date(one.first_day), to: date(one.last_day) }),
    },
    { key: "organisation", head: t("organisation"), cell: (one) => <bdi>{one.organisation_name}</bdi> },
    { key: "dossiers", head: t("dossiers"), align: "end", cell: (one) => number(one.dossiers) },
    { key: "drawn", head: t("drawn"), align: "end", cell: (one) => number(one.drawn) },
    { key: "faults", head: t("withFaults"), align: "end", cell: (one) => number(one.with_faults) },
    {
      key: "closed",
      head: t("closed"),
      align: "end",
      cell: (one) => number(one.statuses.find((each) => each.status === "closed")?.n ?? 0),
    },
  ];
  return (
    <Stack gap={4}>
      {list.data?.pages[0] && <Draw places={list.data.pages[0].places} />}
      <Card title={t("tab.samples")} flush>
        <DataTable
          caption={t("tab.samples")}
          columns={columns}
          rows={rowsOf(list, (page) => page.samples, byId)}
          onward={list}
          rowKey={byId}
          rowTo={(one) => samplePage(one.id)}
          error={list.error}
          retry={() => void list.refetch()}
          empty={t("noSamples")}
        />
      </Card>
    </Stack>
  );
}
