import { useTranslation } from "react-i18next";
import { useAsk } from "../../lib/server";
import { useMe } from "../../shell/session";
import { Button, Card, type Column, DataTable, Deadline, Empty } from "../../ui";
import { type Duty, type Duties as Owed, pageOf } from "./shapes";
import { owesDuties } from "./sight";

const shownAtFirst = 8;

/** What committees owe in my scope: renewals, empty seats, notices to the court. Nothing when nothing is owed. */
export function Duties() {
  const { t } = useTranslation("organisation");
  const owes = owesDuties(useMe()?.roles);
  const list = useAsk<Owed>("/duties", {}, { when: owes });
  const said = list.data;
  if (!owes || !said || (said.duties.length === 0 && said.without_term === 0)) return null;
  const columns: Column<Duty>[] = [
    { key: "due", head: t("duty.due"), cell: (one) => (one.due ? <Deadline due={one.due} /> : "–") },
    {
      key: "organisation",
      head: t("duty.committee"),
      primary: true,
      cell: (one) => <bdi>{one.organisation_name}</bdi>,
    },
    { key: "says", head: t("duty.what"), cell: (one) => one.says },
    {
      key: "act",
      head: t("duty.open"),
      act: true,
      align: "end",
      cell: (one) => (
        <Button
          key="act"
          to={`${pageOf(one.organisation)}?tab=term`}
          aria-label={`${t("duty.open")} · ${one.organisation_name} · ${one.says}`}
        >
          {t("duty.open")}
        </Button>
      ),
    },
  ];
  return (
    <Card flush title={t("duty.title")}>
      <DataTable
        caption={t("duty.title")}
        columns={columns}
        rows={said.duties.slice(0, shownAtFirst)}
        rowKey={(one) => `${one.term} ${one.duty} ${one.notice ?? ""}`}
        total={said.duties.length}
        empty={<Empty>{t("duty.withoutTerm", { count: said.without_term })}</Empty>}
      />
    </Card>
  );
}
