// The desk of an adviser: the disputes to which the parties let him be invited. He reads; what is to
// be done in them is others' to do.
import { useTranslation } from "react-i18next";
import { now } from "../../lib/clock";
import { longDate } from "../../lib/fmt";
import { useAsk } from "../../lib/server";
import { useMe } from "../../shell/session";
import { Card, type Column, DataTable, Empty, Page, StatusBadge, useCursor } from "../../ui";
import { Consulted } from "../consult/Consulted";
import { Tasks } from "../consult/Tasks";
import type { Line, Lines } from "../shared/shapes";
import { NamedLine } from "./NamedLine";
import { toneOf } from "./stages";

export function Invited() {
  const { t } = useTranslation("work");
  const me = useMe();
  const { cursor } = useCursor();
  const list = useAsk<Lines>("/disputes", { cursor, limit: 30 });
  const columns: Column<Line>[] = [
    {
      key: "number",
      head: t("columns.dispute"),
      primary: true,
      cell: (line) => <NamedLine line={line} more={line.kind_name} />,
    },
    {
      key: "stage",
      head: t("columns.stage"),
      cell: (line) => <StatusBadge tone={toneOf(line.stage)}>{line.stage_name}</StatusBadge>,
    },
    { key: "place", head: t("invited.place"), cell: (line) => line.place_name },
    { key: "who", head: t("columns.who"), cell: (line) => <bdi>{line.person_name ?? line.organisation_name}</bdi> },
  ];
  return (
    <Page
      title={me ? t("hello", { name: me.name }) : t("myDesk")}
      subtitle={`${longDate(now())} · ${t("invited.says")}`}
    >
      <Tasks />
      <Consulted />
      <Card flush title={t("invited.title")}>
        <DataTable
          caption={t("invited.title")}
          columns={columns}
          rows={list.data?.disputes}
          rowKey={(line) => line.id}
          rowTo={(line) => `/desk/disputes/${line.id}`}
          error={list.error}
          retry={() => void list.refetch()}
          next={list.data?.cursor}
          keys
          empty={<Empty>{t("invited.none")}</Empty>}
        />
      </Card>
    </Page>
  );
}
