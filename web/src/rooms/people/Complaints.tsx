import { useTranslation } from "react-i18next";
import { isoDay } from "../../lib/fmt";
import { byId, rowsOf, useOnward } from "../../lib/onward";
import {
  Bidi,
  Button,
  Card,
  CheckField,
  type Column,
  DataTable,
  Deadline,
  Empty,
  FilterBar,
  Page,
  StatusBadge,
  useFilters,
} from "../../ui";
import { PeopleNav } from "./PeopleNav";
import type { ComplaintLine, ComplaintList } from "./shapes";
import { complaintTone } from "./tones";

/** Complaints that I examine, entered or am concerned by. */
export function Complaints() {
  const { t } = useTranslation("people");
  const filters = useFilters();
  const list = useOnward<ComplaintList>("/complaints", {
    open: filters.get("open") ?? undefined,
    person: filters.get("person") ?? undefined,
  });
  const columns: Column<ComplaintLine>[] = [
    {
      key: "person",
      head: t("complaint.about"),
      primary: true,
      cell: (one) => <bdi>{one.about_me ? t("complaint.me") : one.person_name}</bdi>,
    },
    { key: "kind", head: t("complain.kind"), cell: (one) => one.kind_name },
    { key: "organisation", head: t("organisation"), cell: (one) => one.organisation_name },
    {
      key: "status",
      head: t("complaint.status"),
      cell: (one) => <StatusBadge tone={complaintTone[one.status]}>{one.status_name}</StatusBadge>,
    },
    { key: "received", head: t("complaint.received"), cell: (one) => <Bidi>{isoDay(one.received_at)}</Bidi> },
    { key: "due", head: t("complaint.due"), cell: (one) => (one.due_at ? <Deadline due={one.due_at} /> : "–") },
  ];
  return (
    <Page title={t("nav.complaints")} subtitle={t("complaint.says")}>
      <PeopleNav />
      <FilterBar names={["open", "person"]}>
        <CheckField
          label={t("complaint.onlyOpen")}
          value={filters.get("open") === "true"}
          onChange={(on) => filters.set("open", on ? "true" : null)}
        />
      </FilterBar>
      <Card flush>
        <DataTable
          caption={t("nav.complaints")}
          columns={columns}
          rows={rowsOf(list, (page) => page.complaints, byId)}
          onward={list}
          rowKey={byId}
          rowTo={(one) => `/desk/complaints/${one.id}`}
          error={list.error}
          retry={() => void list.refetch()}
          keys
          empty={<Empty action={<Button to="/desk/people">{t("title")}</Button>}>{t("complaint.none")}</Empty>}
        />
      </Card>
    </Page>
  );
}
