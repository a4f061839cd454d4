import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { clockOffset, onClock } from "../lib/clock";
import { clockTime, daysUntil, isoDay, isoMinute, shortDate, type When } from "../lib/fmt";
import { StatusBadge, type Tone } from "./StatusBadge";

interface DeadlineProps {
  /** A legal date ("2026-12-01", good to its last minute) or an instant. */
  due: When;
  /** Met: shows the date without alarm. */
  met?: boolean;
  /** Both relative and absolute, as on a page; the table shows the relative and hints the rest. */
  full?: boolean;
}

function overdueBy(due: When): boolean {
  const dayOnly = typeof due === "string" && due.length === 10;
  return dayOnly ? daysUntil(due) < 0 : new Date(due).getTime() < Date.now() + clockOffset();
}

function toneOf(days: number, late: boolean): Tone {
  if (late) return "danger";
  if (days <= 1) return "warn";
  return days <= 3 ? "info" : "neutral";
}

/** When something is due: how far away, and the date itself, in Beijing time. */
export function Deadline({ due, met = false, full = false }: DeadlineProps) {
  const { t } = useTranslation("common");
  useSyncExternalStore(onClock, clockOffset, clockOffset);
  const dayOnly = typeof due === "string" && due.length === 10;
  const absolute = dayOnly ? isoDay(due) : isoMinute(due);
  const days = daysUntil(due);
  const late = !met && overdueBy(due);
  const time = dayOnly ? "" : ` ${clockTime(due)}`;
  const said = () => {
    if (met) return shortDate(due);
    if (late) return days < 0 ? t("due.overdueDays", { count: -days }) : t("due.overdueToday") + time;
    if (days === 0) return t("time.today") + time;
    if (days === 1) return t("time.tomorrow") + time;
    return t("due.daysLeft", { count: days });
  };
  return (
    <time dateTime={dayOnly ? absolute : new Date(due).toISOString()} title={t("due.beijing", { when: absolute })}>
      <StatusBadge tone={met ? "neutral" : toneOf(days, late)}>{said()}</StatusBadge>
      {full && (
        <>
          {" "}
          <bdi className="dim">{t("due.beijing", { when: absolute })}</bdi>
        </>
      )}
    </time>
  );
}
