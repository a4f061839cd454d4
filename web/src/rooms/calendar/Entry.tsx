// One thing of a day: when, what, which dispute, where; moved and cancelled from here.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { clockTime, isoDay, listed, shortDate } from "../../lib/fmt";
import { Row, StatusBadge, type Tone } from "../../ui";
import css from "./calendar.module.css";
import type { CalendarEntry } from "./shapes";

const tabs: Partial<Record<CalendarEntry["kind"], string>> = {
  session: "sessions",
  obligation: "agreements",
  visit: "visits",
};

/** To the command that does it where it is this reader's, else to the file. */
function addressOf(entry: CalendarEntry): string {
  const ask = new URLSearchParams();
  if (entry.deed && entry.kind !== "session") ask.set("do", entry.deed);
  if (entry.deed && entry.kind !== "session" && entry.subject) ask.set("about", entry.subject);
  const tab = tabs[entry.kind];
  if (tab) ask.set("tab", tab);
  return `/desk/disputes/${entry.dispute}?${ask}`;
}

const doing = (entry: CalendarEntry, deed: string) =>
  `/desk/disputes/${entry.dispute}?${new URLSearchParams({ tab: "sessions", do: deed, about: entry.subject })}`;

const tones: Partial<Record<CalendarEntry["state"], Tone>> = {
  held: "ok",
  cancelled: "neutral",
  overdue: "danger",
};

export function Entry({ entry }: { entry: CalendarEntry }) {
  const { t } = useTranslation("calendar");
  const timed = entry.from !== entry.to && !entry.day;
  return (
    <article className={css.entry} data-kind={entry.busy ? "busy" : entry.kind} data-state={entry.state}>
      {(timed || entry.kind === "call") && (
        <p className={css.time}>
          <bdi>{timed ? `${clockTime(entry.from)}–${clockTime(entry.to)}` : clockTime(entry.from)}</bdi>
        </p>
      )}
      <h3>{entry.dispute ? <Link to={addressOf(entry)}>{entry.kind_says}</Link> : entry.kind_says}</h3>
      {tones[entry.state] && <StatusBadge tone={tones[entry.state]}>{t(`state.${entry.state as "held"}`)}</StatusBadge>}
      {entry.dispute && (
        <p className="dim">
          <bdi>{entry.number || entry.dispute_kind_name}</bdi>
          {entry.parties && (
            <>
              {" · "}
              <bdi>{entry.parties}</bdi>
            </>
          )}
        </p>
      )}
      {entry.place_name && <p>{entry.place_name}</p>}
      {entry.people.length > 0 && <p className="dim">{listed(entry.people)}</p>}
      {entry.state === "planned" && entry.kind === "session" && !entry.busy && <Answers entry={entry} />}
      {entry.not_booked && <p className={css.mark}>{t("notBooked")}</p>}
      {entry.may_plan && (
        <Row gap={1} className="no-print">
          <Link to={doing(entry, "mediation.session_planned")} aria-label={`${t("move")} · ${entry.number}`}>
            {t("move")}
          </Link>
          <Link to={doing(entry, "mediation.session_cancelled")} aria-label={`${t("cancel")} · ${entry.number}`}>
            {t("cancel")}
          </Link>
        </Row>
      )}
    </article>
  );
}

/** Who said that they come, and which other times are asked for. */
function Answers({ entry }: { entry: CalendarEntry }) {
  const { t } = useTranslation("calendar");
  return (
    <>
      {entry.called > 0 && <p className="dim">{t("coming", { coming: entry.coming, called: entry.called })}</p>}
      {entry.wishes.length > 0 && (
        <p className={css.mark}>
          {t("wishes", {
            times: listed(
              entry.wishes.map((at) =>
                isoDay(at) === isoDay(entry.from) ? clockTime(at) : `${shortDate(at)} ${clockTime(at)}`,
              ),
            ),
          })}
        </p>
      )}
    </>
  );
}
