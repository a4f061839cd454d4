// The calendar of the staff, a week at a time: sessions, visits, promises and time limits of mine,
// of my organisation or of a place. Of what a reader may not open only the taken time is told.
import { CalendarDays, ChevronLeft, ChevronRight, Download } from "lucide-react";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useActions } from "../../lib/actions";
import { now } from "../../lib/clock";
import { saveFile } from "../../lib/files";
import { date, isoDay, shortDate, weekday } from "../../lib/fmt";
import { askText, useAsk } from "../../lib/server";
import { useMe } from "../../shell/session";
import {
  Button,
  Card,
  IconButton,
  Page,
  ProblemCard,
  Row,
  SelectField,
  Skeleton,
  StatusBadge,
  toastProblem,
  useFilters,
} from "../../ui";
import { seesPeople } from "../offices/sight";
import css from "./calendar.module.css";
import { dayIn, mondayOf, plusDays } from "./days";
import { Entry } from "./Entry";
import type { CalendarEntry, CalendarView, DayView } from "./shapes";

/** Which week, and whose; both stand in the address. */
function useAsked() {
  const filters = useFilters();
  const today = isoDay(now());
  const monday = mondayOf(dayIn(filters.get("day")) ?? today);
  const of = filters.get("of") ?? "me";
  const whose =
    of === "me" || of === "organisation" ? { scope: of } : ({ scope: "place", place: of } as Record<string, string>);
  const query: Record<string, string> = { from: monday, to: plusDays(monday, 6), ...whose };
  const { set } = filters;
  return { monday, of, query, set };
}

export function Calendar() {
  const { t } = useTranslation(["calendar", "common"]);
  const { monday, of, query, set } = useAsked();
  const { data, error, refetch, isPlaceholderData } = useAsk<CalendarView>("/calendar", query, { before: true });
  const me = useMe();
  const turn = useCallback((day: string | null) => set("day", day), [set]);
  useWeekKeys(monday, turn);
  const keepCopy = async () => {
    try {
      saveFile(`maplebridge-${monday}.ics`, await askText("/calendar.ics", query), "text/calendar");
    } catch (refused) {
      toastProblem(refused);
    }
  };
  const sunday = plusDays(monday, 6);
  return (
    <Page
      title={t("title")}
      subtitle={
        <>
          {date(monday)} – {shortDate(sunday)} · {t("common:form.beijingTime")}
        </>
      }
      actions={
        <>
          {data && seesPeople(me?.roles) && (
            <Button to={`/desk/organisations/${data.organisation}?tab=places`}>{t("rooms")}</Button>
          )}
          <Button icon={<Download size={18} aria-hidden />} onClick={() => void keepCopy()}>
            {t("keepCopy")}
          </Button>
        </>
      }
    >
      <div className={`${css.bar} no-print`}>
        <Row gap={1}>
          <IconButton
            label={t("before")}
            icon={<ChevronLeft size={20} className="icon-direction" aria-hidden />}
            onClick={() => turn(plusDays(monday, -7))}
          />
          <Button icon={<CalendarDays size={18} aria-hidden />} onClick={() => turn(null)}>
            {t("thisWeek")}
          </Button>
          <IconButton
            label={t("after")}
            icon={<ChevronRight size={20} className="icon-direction" aria-hidden />}
            onClick={() => turn(plusDays(monday, 7))}
          />
        </Row>
        <Whose of={of} data={data} choose={(next) => set("of", next === "me" ? null : next)} />
      </div>
      {!data && error && <ProblemCard error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton shape="cards" count={3} />}
      {data && <Week view={data} waits={isPlaceholderData} />}
    </Page>
  );
}

function useWeekKeys(monday: string, turn: (day: string | null) => void) {
  const { t } = useTranslation("calendar");
  useActions(
    useMemo(() => {
      const group = t("title");
      return [
        { id: "calendar.before", label: t("before"), keys: "[", group, run: () => turn(plusDays(monday, -7)) },
        { id: "calendar.after", label: t("after"), keys: "]", group, run: () => turn(plusDays(monday, 7)) },
        { id: "calendar.now", label: t("thisWeek"), keys: "t", group, run: () => turn(null) },
      ];
    }, [t, monday, turn]),
  );
}

interface WhoseProps {
  of: string;
  data: CalendarView | undefined;
  choose: (next: string) => void;
}

function Whose({ of, data, choose }: WhoseProps) {
  const { t } = useTranslation("calendar");
  const options = [
    { value: "me", label: t("mine") },
    { value: "organisation", label: data?.organisation_name ?? t("organisation") },
    ...(data?.places ?? []).map((one) => ({ value: one.id, label: t("place", { name: one.name }) })),
  ];
  return (
    <div className={css.whose}>
      <SelectField label={t("whose")} required options={options} value={of} onChange={(next) => choose(next ?? "me")} />
    </div>
  );
}

const dayOf = (entry: CalendarEntry) => entry.day ?? isoDay(entry.from);

function Week({ view, waits }: { view: CalendarView; waits: boolean }) {
  const { t } = useTranslation("calendar");
  const none = view.entries.length === 0;
  return (
    <>
      {view.cut_off && (
        <Card tone="info">
          <p>{t("cutOff")}</p>
        </Card>
      )}
      <div className={css.week} aria-busy={waits}>
        {view.days.map((day) => (
          <Day
            key={day.date}
            day={day}
            today={day.date === view.today}
            entries={view.entries.filter((one) => dayOf(one) === day.date)}
          />
        ))}
      </div>
      {none && <p className="dim">{t("nothing")}</p>}
    </>
  );
}

function Day({ day, today, entries }: { day: DayView; today: boolean; entries: CalendarEntry[] }) {
  const { t } = useTranslation("calendar");
  return (
    <section
      className={css.day}
      data-off={!day.works || undefined}
      data-empty={entries.length === 0 || undefined}
      aria-current={today ? "date" : undefined}
    >
      <h2>
        <span>{weekday(day.date)}</span> <span className={css.date}>{shortDate(day.date)}</span>
        {today && <StatusBadge tone="brand">{t("today")}</StatusBadge>}
      </h2>
      {day.name && <p className={css.feast}>{day.name}</p>}
      {entries.length > 0 && (
        <ul>
          {entries.map((one) => (
            <li key={one.id}>
              <Entry entry={one} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
