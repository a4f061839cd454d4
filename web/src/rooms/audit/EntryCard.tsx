import { useTranslation } from "react-i18next";
import { dateTime, listed, number } from "../../lib/fmt";
import { Bidi, Button, Facts, Row, Stack, StatusBadge, useFilters } from "../../ui";
import css from "./audit.module.css";
import { type Entry, useKinds } from "./shapes";

/** One entry with all that is kept of it, and the way to those like it. */
export function EntryCard({ entry, done }: { entry: Entry; done: () => void }) {
  const { t } = useTranslation("audit");
  const filters = useFilters();
  const says = useKinds()?.kinds.find((one) => one.kind === entry.kind)?.says;
  const only = (values: Record<string, string | null>) => {
    filters.put(values);
    done();
  };
  const seconds = new Date(entry.at).getSeconds().toString().padStart(2, "0");
  return (
    <Stack gap={4}>
      {says && <p>{says}</p>}
      <Facts
        rows={[
          { name: t("number"), value: entry.n === null ? t("unplaced") : <Bidi>{number(entry.n)}</Bidi> },
          { name: t("at"), value: <Bidi>{`${dateTime(entry.at)}:${seconds}`}</Bidi> },
          { name: t("username"), value: entry.username ? <Bidi>{entry.username}</Bidi> : t("nobody") },
          { name: t("person"), value: entry.person_name },
          { name: t("roles"), value: listed(entry.roles.map((one) => one.role_name)) },
          {
            name: t("outcome"),
            value: <StatusBadge tone={entry.outcome === "refused" ? "warn" : "ok"}>{entry.outcome_name}</StatusBadge>,
          },
          { name: t("subject"), value: [entry.subject_kind_name, entry.subject_name].filter(Boolean).join(" · ") },
          { name: t("key"), value: entry.subject && <span className={css.mono}>{entry.subject}</span> },
          { name: t("times"), value: entry.times > 1 ? number(entry.times) : "" },
          { name: t("peer"), value: entry.peer && <Bidi>{entry.peer}</Bidi> },
          { name: t("deed"), value: entry.deed && <span className={css.mono}>{entry.deed}</span> },
          { name: t("request"), value: entry.request && <span className={css.mono}>{entry.request}</span> },
        ]}
      />
      <Row>
        {entry.username && <Button onClick={() => only({ username: entry.username })}>{t("likeAccount")}</Button>}
        {entry.subject && <Button onClick={() => only({ subject: entry.subject })}>{t("likeSubject")}</Button>}
        <Button onClick={() => only({ kind: entry.kind })}>{t("likeKind")}</Button>
      </Row>
    </Stack>
  );
}
