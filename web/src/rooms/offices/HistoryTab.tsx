import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../lib/server";
import { Button, Card, Empty, ProblemCard, Row, Skeleton, Stack, Timeline, type Tone } from "../../ui";
import type { History, HistoryEntry } from "./shapes";

const tones: Record<string, Tone> = {
  "registry.organisation_opened": "ok",
  "registry.organisation_moved": "info",
  "registry.organisation_merged": "warn",
  "registry.organisation_took_over": "info",
  "registry.organisation_closed": "warn",
};
const toneOf = (deed: string): Tone => tones[deed] ?? (deed.startsWith("committees.") ? "method" : "neutral");

/** What has become of it, told from the pages of the ledger, newest first. */
export function HistoryTab({ organisation }: { organisation: string }) {
  const { t } = useTranslation("organisation");
  const [cursors, setCursors] = useState<(string | null)[]>([null]);
  const cursor = cursors.at(-1) ?? null;
  const { data, error, refetch } = useAsk<History>(`/organisations/${organisation}/history`, { cursor });
  if (error) return <ProblemCard error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton count={6} />;
  const next = data.cursor;
  return (
    <Card title={t("history.title")}>
      <Stack gap={4}>
        {data.entries.length === 0 ? (
          <Empty>{t("history.none")}</Empty>
        ) : (
          <Timeline
            label={t("history.title")}
            items={data.entries.map((entry) => ({
              id: entry.page,
              at: entry.happened_at,
              kind: t(`history.room.${roomOf(entry.deed)}`),
              tone: toneOf(entry.deed),
              by: entry.person_name,
              title: entry.says,
              body: <Changed entry={entry} />,
            }))}
          />
        )}
        {(cursors.length > 1 || next) && (
          <Row>
            {cursors.length > 1 && (
              <Button onClick={() => setCursors(cursors.slice(0, -1))}>{t("history.newer")}</Button>
            )}
            {next && <Button onClick={() => setCursors([...cursors, next])}>{t("history.older")}</Button>}
          </Row>
        )}
      </Stack>
    </Card>
  );
}

function roomOf(deed: string): "organisation" | "people" | "term" {
  if (deed.startsWith("committees.")) return "term";
  return deed.startsWith("registry.person") ? "people" : "organisation";
}

const fields = ["name", "name_en", "short_name", "division", "phone", "address", "hours", "has_seal"] as const;

function Changed({ entry }: { entry: HistoryEntry }) {
  const { t } = useTranslation("organisation");
  const nameOf = (field: string) => {
    const known = fields.find((one) => one === field);
    return known ? t(`field.${known}`) : field;
  };
  return (
    <>
      {entry.changes.map((one) => (
        <p key={one.field}>
          {t("history.changed", { field: nameOf(one.field), before: one.before || "–", after: one.after || "–" })}
        </p>
      ))}
      {entry.reason && <p>{t("history.reason", { reason: entry.reason })}</p>}
    </>
  );
}
