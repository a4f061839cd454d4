// Days of the calendar, as ISO days ("2023-11-20"): weeks begin on Monday, as the law's days do
// everywhere in this house.

const msADay = 86_400_000;
const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);
const isoOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** "2023-11-24", 3 → "2023-11-27". */
export function plusDays(day: string, days: number): string {
  return isoOf(noon(day) + days * msADay);
}

/** The Monday of that day's week. */
export function mondayOf(day: string): string {
  const weekday = (new Date(noon(day)).getUTCDay() + 6) % 7;
  return plusDays(day, -weekday);
}

/** A day as an address may bear it; null for anything else. */
export function dayIn(text: string | null): string | null {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const ms = noon(text);
  return Number.isNaN(ms) || isoOf(ms) !== text ? null : text;
}

/** 630 → "10:30"; minutes after midnight. */
export function timeOfMinute(minute: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** "10:30" → 630; null for what is no time of a day ("24:00" is the end of it). */
export function minuteOfTime(time: string): number | null {
  const found = /^(\d{1,2}):(\d{2})$/.exec(time.trim());
  if (!found) return null;
  const minute = Number(found[1]) * 60 + Number(found[2]);
  return Number(found[2]) < 60 && minute <= 1440 ? minute : null;
}
