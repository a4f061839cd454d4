/** The month before the one in which this moment lies, in Beijing. */
export function lastMonth(now: Date): { first: string; last: string } {
  const here = new Date(now.getTime() + 8 * 3_600_000);
  const year = here.getUTCFullYear();
  const month = here.getUTCMonth();
  const iso = (day: Date) => day.toISOString().slice(0, 10);
  return { first: iso(new Date(Date.UTC(year, month - 1, 1))), last: iso(new Date(Date.UTC(year, month, 0))) };
}
