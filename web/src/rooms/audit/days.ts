// The counts of days as bars: one a day, or one a week where days would be too many.
import type { DayList } from "./shapes";

export interface Slice {
  from: string;
  until: string;
  times: number;
}

const mostBars = 62;
const dayLong = 86_400_000;

const after = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayLong).toISOString().slice(0, 10);

/** Every day asked for from the first to the last, those without entries, too. */
export function slices({ from, until, days }: DayList): Slice[] {
  const count = Math.round((Date.parse(until) - Date.parse(from)) / dayLong) + 1;
  const long = count > mostBars ? 7 : 1;
  const times = new Map(days.map((one) => [one.day, one.times]));
  const bars: Slice[] = [];
  for (let at = 0; at < count; at += long) {
    const end = Math.min(at + long, count) - 1;
    let sum = 0;
    for (let day = at; day <= end; day += 1) sum += times.get(after(from, day)) ?? 0;
    bars.push({ from: after(from, at), until: after(from, end), times: sum });
  }
  return bars;
}

/** How many of each kind over all days, the most frequent first. */
export function kindCounts({ days }: DayList) {
  const counts = new Map<string, DayList["days"][number]["kinds"][number]>();
  for (const day of days)
    for (const one of day.kinds)
      counts.set(one.kind, { ...one, times: one.times + (counts.get(one.kind)?.times ?? 0) });
  return [...counts.values()].sort((a, b) => b.times - a.times);
}
