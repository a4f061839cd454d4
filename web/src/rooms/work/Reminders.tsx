import { useTranslation } from "react-i18next";
import { articleOf } from "../../lib/fmt";
import { useAsk } from "../../lib/server";
import { Bidi, Button, Card, type Column, DataTable, Deadline, Empty, ProblemCard, StatusBadge } from "../../ui";
import type { Reminder, Reminders as Told } from "../calendar/shapes";

const shownAtFirst = 8;

/** The command that does it, where it is this reader's; else the file. */
function addressOf({ dispute, deed, subject }: Reminder): string {
  if (!deed) return `/desk/disputes/${dispute}`;
  return `/desk/disputes/${dispute}?${new URLSearchParams({ do: deed, ...(subject ? { about: subject } : {}) })}`;
}

/** What is near: sessions, promises, visits, time limits, each with its reason. Nothing when nothing is near. */
export function Reminders() {
  const { t } = useTranslation("work");
  const list = useAsk<Told>("/desk/reminders");
  const said = list.data;
  if (list.error && !said)
    return (
      <Card title={t("reminders.title")}>
        <ProblemCard error={list.error} retry={() => void list.refetch()} />
      </Card>
    );
  if (!said || said.reminders.length === 0) return null;
  const columns: Column<Reminder>[] = [
    { key: "due", head: t("columns.due"), cell: (one) => <Deadline due={one.due} /> },
    {
      key: "dispute",
      head: t("columns.dispute"),
      primary: true,
      cell: (one) => (
        <>
          <Bidi>{one.number || one.dispute_kind_name}</Bidi>{" "}
          <span className="dim">
            <bdi>{one.parties}</bdi>
          </span>
        </>
      ),
    },
    {
      key: "what",
      head: t("reminders.what"),
      cell: (one) => (
        <>
          <strong>{one.name}</strong> <span className="dim">{one.why}</span>
          {one.article && <span className="dim">{` · ${articleOf(one.article)}`}</span>}
        </>
      ),
    },
    {
      key: "act",
      head: t("columns.act"),
      act: true,
      align: "end",
      cell: (one) => {
        const verb = t(one.deed ? "reminders.act" : "verbs.open");
        return (
          <Button key="act" to={addressOf(one)} aria-label={`${verb} · ${one.name} · ${one.number || one.parties}`}>
            {verb}
          </Button>
        );
      },
    },
  ];
  return (
    <Card
      flush
      title={
        <>
          {t("reminders.title")}{" "}
          {said.overdue > 0 && <StatusBadge tone="danger">{t("overdueCount", { count: said.overdue })}</StatusBadge>}
        </>
      }
      actions={
        <Button kind="quiet" to="/desk/calendar">
          {t("reminders.calendar")}
        </Button>
      }
    >
      <DataTable
        caption={t("reminders.title")}
        columns={columns}
        rows={said.reminders.slice(0, shownAtFirst)}
        rowKey={(one) => `${one.dispute} ${one.key} ${one.subject}`}
        rowTo={(one) => `/desk/disputes/${one.dispute}`}
        total={said.reminders.length}
        totalIsBound={said.cut_off}
        empty={<Empty>{t("nothingOwed")}</Empty>}
      />
    </Card>
  );
}
