import { Download } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { saveFile } from "../../lib/files";
import { dateTime, isoMinute, number } from "../../lib/fmt";
import { tell, useAsk } from "../../lib/server";
import {
  Bidi,
  Button,
  Card,
  type Column,
  DataTable,
  DateField,
  Drawer,
  Empty,
  FilterBar,
  Page,
  SearchField,
  SelectField,
  Stack,
  StatusBadge,
  toast,
  toastProblem,
  useCursor,
  useFilters,
} from "../../ui";
import css from "./audit.module.css";
import { Chain } from "./Chain";
import { Days } from "./Days";
import { EntryCard } from "./EntryCard";
import { asked, type Entry, type EntryList, type Exported, useKinds, useWanted } from "./shapes";

const minute = 60_000;
const atOnce = 25;

/** Who was at the doors: the journal, for the auditor alone. Reading it leaves an entry, too. */
export function Audit() {
  const { t } = useTranslation("audit");
  const kept = useKinds()?.kept_days;
  const filters = useFilters();
  const wanted = useWanted();
  const { cursor } = useCursor();
  const list = useAsk<EntryList>("/audit", { ...wanted, cursor, limit: atOnce }, { fresh: minute });
  const [open, setOpen] = useState<Entry | null>(null);
  const columns = useColumns(setOpen);
  const found = list.data;
  return (
    <Page
      title={t("title")}
      subtitle={kept ? t("saysKept", { days: number(kept) }) : t("says")}
      actions={found && <Export />}
    >
      <Filters />
      {found && <Days />}
      <Card flush title={found ? t("between", { from: found.from, until: found.until }) : t("list")}>
        <DataTable
          caption={t("list")}
          columns={columns}
          rows={found?.entries}
          rowKey={(one) => one.id}
          error={list.error}
          retry={() => void list.refetch()}
          next={found?.cursor}
          empty={<Empty>{t(filters.any([...asked]) ? "noneFound" : "none")}</Empty>}
        />
      </Card>
      {found && <Chain />}
      <Drawer open={open !== null} onClose={() => setOpen(null)} title={open ? open.kind_name : ""}>
        {open && <EntryCard entry={open} done={() => setOpen(null)} />}
      </Drawer>
    </Page>
  );
}

function useColumns(show: (entry: Entry) => void): Column<Entry>[] {
  const { t } = useTranslation("audit");
  return [
    {
      key: "kind",
      head: t("what"),
      primary: true,
      cell: (one) => (
        <span>
          <strong>{one.kind_name}</strong>
          {one.times > 1 && <span className="dim"> × {number(one.times)}</span>}
        </span>
      ),
    },
    { key: "at", head: t("at"), cell: (one) => <span className="nowrap">{isoMinute(one.at)}</span> },
    {
      key: "who",
      head: t("who"),
      cell: (one) => (
        <Stack gap={1}>
          {one.username ? <Bidi>{one.username}</Bidi> : <span className="dim">{t("nobody")}</span>}
          {one.person_name && <bdi className={css.note}>{one.person_name}</bdi>}
        </Stack>
      ),
    },
    {
      key: "subject",
      head: t("subject"),
      cell: (one) => (
        <Stack gap={1}>
          <span>{one.subject_kind_name || "–"}</span>
          {one.subject_name && <bdi className={css.note}>{one.subject_name}</bdi>}
        </Stack>
      ),
    },
    {
      key: "outcome",
      head: t("outcome"),
      cell: (one) => <StatusBadge tone={one.outcome === "refused" ? "warn" : "ok"}>{one.outcome_name}</StatusBadge>,
    },
    { key: "peer", head: t("peer"), cell: (one) => (one.peer ? <Bidi>{one.peer}</Bidi> : "–") },
    {
      key: "acts",
      head: t("more"),
      act: true,
      align: "end",
      cell: (one) => (
        <Button
          key="acts"
          aria-label={`${t("more")} · ${one.kind_name} · ${dateTime(one.at)}`}
          onClick={() => show(one)}
        >
          <span className="nowrap">{t("more")}</span>
        </Button>
      ),
    },
  ];
}

function Filters() {
  const { t } = useTranslation("audit");
  const filters = useFilters();
  const kinds = useKinds()?.kinds ?? [];
  const subject = filters.get("subject");
  return (
    <FilterBar names={[...asked]} search={<SearchField name="username" label={t("username")} />}>
      <SelectField
        label={t("what")}
        options={kinds.map((one) => ({ value: one.kind, label: one.name }))}
        value={filters.get("kind")}
        onChange={(one) => filters.set("kind", one)}
      />
      <SelectField
        label={t("outcome")}
        options={[
          { value: "done", label: t("outcomes.done") },
          { value: "refused", label: t("outcomes.refused") },
        ]}
        value={filters.get("outcome")}
        onChange={(one) => filters.set("outcome", one)}
      />
      <DateField label={t("from")} value={filters.get("from")} onChange={(day) => filters.set("from", day)} />
      <DateField label={t("until")} value={filters.get("until")} onChange={(day) => filters.set("until", day)} />
      {subject && (
        <Button onClick={() => filters.set("subject", null)}>
          <span className="nowrap">{t("oneSubject")}</span>
        </Button>
      )}
    </FilterBar>
  );
}

/** What is asked for just now, as a file; the export is an entry itself. */
function Export() {
  const { t } = useTranslation("audit");
  const wanted = useWanted();
  const [busy, setBusy] = useState(false);
  const give = async () => {
    setBusy(true);
    try {
      const file = await tell<Exported>("/audit/exports", wanted);
      saveFile(file.name, file.csv, "text/csv");
      toast(t(file.cut ? "export.cut" : "export.done", { rows: number(file.rows) }));
    } catch (error) {
      toastProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button icon={<Download size={18} aria-hidden />} busy={busy} onClick={() => void give()}>
      {t("export.verb")}
    </Button>
  );
}
