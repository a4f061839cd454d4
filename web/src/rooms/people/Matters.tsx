import { useTranslation } from "react-i18next";
import { rowsOf, useOnward } from "../../lib/onward";
import { Button, Card, type Column, DataTable, Deadline, Empty, Page, StatusBadge } from "../../ui";
import { PeopleNav } from "./PeopleNav";
import type { Matter, MatterList } from "./shapes";

function placeOf(one: Matter): string {
  if (one.complaint) return `/desk/complaints/${one.complaint}`;
  if (one.dispute) return `/desk/disputes/${one.dispute}`;
  if (one.person) return `/desk/people/${one.person}`;
  return "/desk/trainings";
}

// Of one kind each concerns another person, complaint or dispute; or the people of another office.
const keyOf = (one: Matter): string => [one.kind, one.person ?? one.organisation, one.complaint, one.dispute].join("/");

/** What is due about people: my own, those whom I lead, those whom I keep. */
export function Matters() {
  const { t } = useTranslation("people");
  const list = useOnward<MatterList>("/desk/people-matters");
  const columns: Column<Matter>[] = [
    { key: "due", head: t("matters.due"), cell: (one) => (one.due ? <Deadline due={one.due} /> : "–") },
    { key: "says", head: t("matters.what"), primary: true, cell: (one) => one.says },
    {
      key: "who",
      head: t("matters.who"),
      cell: (one) =>
        one.own ? <StatusBadge tone="info">{t("matters.own")}</StatusBadge> : <bdi>{one.person_name || "–"}</bdi>,
    },
    { key: "organisation", head: t("organisation"), cell: (one) => one.organisation_name || "–" },
  ];
  return (
    <Page title={t("matters.title")} subtitle={t("matters.says")}>
      <PeopleNav />
      <Card flush>
        <DataTable
          caption={t("matters.title")}
          columns={columns}
          rows={rowsOf(list, (page) => page.matters, keyOf)}
          onward={list}
          rowKey={keyOf}
          rowTo={placeOf}
          error={list.error}
          retry={() => void list.refetch()}
          keys
          empty={<Empty action={<Button to="/desk/people">{t("title")}</Button>}>{t("matters.none")}</Empty>}
        />
      </Card>
    </Page>
  );
}
