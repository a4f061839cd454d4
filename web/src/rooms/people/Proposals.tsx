import { useTranslation } from "react-i18next";
import { byPerson, rowsOf, useOnward } from "../../lib/onward";
import { Card, type Column, DataTable, Empty, Page } from "../../ui";
import { PeopleNav } from "./PeopleNav";
import type { Proposals as List, Proposal } from "./shapes";

/** Who meets every criterion of a higher grade, by name. No numbers, no order of merit. */
export function Proposals() {
  const { t } = useTranslation("people");
  const list = useOnward<List>("/grade-proposals");
  const columns: Column<Proposal>[] = [
    { key: "name", head: t("name"), primary: true, cell: (one) => <bdi>{one.name}</bdi> },
    { key: "organisation", head: t("organisation"), cell: (one) => one.organisation_name },
    { key: "held", head: t("grade.held"), cell: (one) => one.held_name ?? "–" },
    { key: "proposed", head: t("grade.proposedHead"), cell: (one) => <strong>{one.proposed_name}</strong> },
  ];
  return (
    <Page title={t("nav.grades")} subtitle={t("grade.listSays")}>
      <PeopleNav />
      <Card flush>
        <DataTable
          caption={t("nav.grades")}
          columns={columns}
          rows={rowsOf(list, (page) => page.proposals, byPerson)}
          onward={list}
          rowKey={byPerson}
          rowTo={(one) => `/desk/people/${one.person}`}
          error={list.error}
          retry={() => void list.refetch()}
          keys
          empty={<Empty>{t("grade.noProposals")}</Empty>}
        />
      </Card>
    </Page>
  );
}
