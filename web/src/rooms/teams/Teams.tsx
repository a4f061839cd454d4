import { useTranslation } from "react-i18next";
import { number } from "../../lib/fmt";
import { useAsk } from "../../lib/server";
import { Card, type Column, DataTable, Page } from "../../ui";
import type { TeamLine } from "../shared/shapes";

/** The brand teams of the city. */
export function Teams() {
  const { t } = useTranslation("teams");
  const list = useAsk<{ teams: TeamLine[] }>("/teams");
  const columns: Column<TeamLine>[] = [
    { key: "name", head: t("name"), primary: true, cell: (one) => <bdi>{one.name}</bdi> },
    { key: "home", head: t("home"), cell: (one) => one.home_name },
    { key: "leader", head: t("leader"), cell: (one) => <bdi>{one.leader_name}</bdi> },
    { key: "members", head: t("members"), align: "end", cell: (one) => number(one.members) },
    { key: "reach", head: t("reach"), align: "end", cell: (one) => number(one.reach) },
    { key: "settled", head: t("settled"), align: "end", cell: (one) => number(one.settled) },
  ];
  return (
    <Page title={t("title")} subtitle={t("subtitle")}>
      <Card flush>
        <DataTable
          caption={t("title")}
          columns={columns}
          rows={list.data?.teams}
          rowKey={(one) => one.id}
          rowTo={(one) => `/desk/teams/${one.id}`}
          error={list.error}
          retry={() => void list.refetch()}
          empty={t("none")}
        />
      </Card>
    </Page>
  );
}
