// Months of the address: "?from=2026-01&to=2026-11"; nothing said is this year so far.
import { now } from "../../lib/clock";
import { isoDay } from "../../lib/fmt";
import type { Option } from "../../ui";

const howMany = 48;

/** The last four years of months, the newest first. */
export function months(today: string = isoDay(now())): Option[] {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7)) - 1;
  return Array.from({ length: howMany }, (_, back) => {
    const at = year * 12 + month - back;
    const text = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
    return { value: text, label: text };
  });
}
