import { useTranslation } from "react-i18next";
import { isoMinute } from "../../lib/fmt";
import { Bidi, Button, type Column, DataTable, Empty, StatusBadge } from "../../ui";
import type { OneSession, SessionList } from "./shapes";

interface SessionTableProps {
  list: { data?: SessionList; error: unknown; refetch: () => unknown };
  end: (one: OneSession) => void;
}

/** Devices, since when, when last used: one's own or, for a security administrator, another's. */
export function SessionTable({ list, end }: SessionTableProps) {
  const { t } = useTranslation("account");
  const columns: Column<OneSession>[] = [
    {
      key: "device",
      head: t("sessions.device"),
      primary: true,
      cell: (one) => (
        <>
          {one.device_name} {one.here && <StatusBadge tone="ok">{t("sessions.here")}</StatusBadge>}
        </>
      ),
    },
    { key: "peer", head: t("sessions.peer"), cell: (one) => <Bidi>{one.peer}</Bidi> },
    { key: "began", head: t("sessions.began"), cell: (one) => <span className="nowrap">{isoMinute(one.began)}</span> },
    { key: "seen", head: t("sessions.seen"), cell: (one) => <span className="nowrap">{isoMinute(one.seen_at)}</span> },
    {
      key: "acts",
      head: t("sessions.end"),
      act: true,
      align: "end",
      cell: (one) =>
        !one.here && (
          <Button key="acts" aria-label={`${t("sessions.end")} · ${one.device_name}`} onClick={() => end(one)}>
            {t("sessions.end")}
          </Button>
        ),
    },
  ];
  return (
    <DataTable
      caption={t("sessions.title")}
      columns={columns}
      rows={list.data?.sessions}
      rowKey={(one) => one.id}
      error={list.error}
      retry={() => void list.refetch()}
      empty={<Empty>{t("sessions.none")}</Empty>}
    />
  );
}
