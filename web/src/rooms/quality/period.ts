import { isoDay } from "../../lib/fmt";
import { plusDays } from "../calendar/days";

const firstOf = (day: string) => `${day.slice(0, 8)}01`;

/** The month before the one in which this moment lies, in Beijing. */
export function lastMonth(now: Date): { first: string; last: string } {
  const last = plusDays(firstOf(isoDay(now)), -1);
  return { first: firstOf(last), last };
}
