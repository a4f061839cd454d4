// What is done for somebody's safety: which measures hold, for whom, and which orders are in force.
import { now } from "../../lib/clock";
import { isoDay } from "../../lib/fmt";
import type { FileView, Protection } from "./types";

export interface Measure {
  check: string;
  party: string;
  action: string;
}

/** One line a measure and party, however often it was found needed. */
export function measures(file: FileView): Measure[] {
  const all: Measure[] = [];
  for (const check of file.dispute.room.checks)
    for (const action of check.actions) all.push({ check: check.id, party: check.party, action });
  return all;
}

/** The checklist's answers: the keys that were answered yes, and the words told besides. */
export function answersIn(text: string | null): { yes: string[]; words: string } | null {
  if (text === null) return null;
  const [keys = "", ...words] = text.split("\n");
  return { yes: keys === "-" ? [] : keys.split(",").filter(Boolean), words: words.join("\n") };
}

export function inForce(one: Protection, on: string = isoDay(now())): boolean {
  return one.from <= on && (one.until === null || on <= one.until);
}

export function ordersInForce(file: FileView, on?: string): Protection[] {
  return file.dispute.room.protections.filter((one) => one.kind === "protection_order" && inForce(one, on));
}
