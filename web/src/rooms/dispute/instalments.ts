// A sum in parts, one each month: the parts make the whole to the fen, and the rest is in the last.

export interface Instalment {
  amount: number; // fen
  due: string; // ISO day
}

/** More parts than these are a plan of years: it is written down in another way. */
export const mostParts = 60;

/** The same day so many months later; where that month is shorter, its last day. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

/** None where there is nothing to split: too few or too many parts, no day, less than a fen each. */
export function instalments(amount: number | null, parts: number | null, first: string | null): Instalment[] {
  if (!amount || !parts || !first || !Number.isInteger(parts) || parts < 2 || parts > mostParts || amount < parts)
    return [];
  const each = Math.floor(amount / parts);
  return Array.from({ length: parts }, (_one, n) => ({
    amount: n === parts - 1 ? amount - each * (parts - 1) : each,
    due: monthsLater(first, n),
  }));
}

/** From which day on a promise may be due: from the day on which it was agreed, or one that the draft before had. */
export function firstDue(agreedOn: string, due: string | null, before: string[]): string {
  return due && due < agreedOn && before.includes(due) ? due : agreedOn;
}

/** A row of the agreement in its parts: who, to whom, what, how and whereto stay as they are. */
export function split<Row extends { amount: number | null; due: string | null }>(
  row: Row,
  parts: number | null,
  first: string | null,
): Row[] {
  const all = instalments(row.amount, parts, first);
  return all.length === 0 ? [row] : all.map((one) => ({ ...row, ...one }));
}
