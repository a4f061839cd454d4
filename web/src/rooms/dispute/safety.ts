// What is done for somebody's safety: which measures hold, for whom, and which orders are in force.
import { now } from "../../lib/clock";
import { isoDay } from "../../lib/fmt";
import type { FileView, Party, Protection, Session } from "./types";
import { plannedSessions, presentParties } from "./words";

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

/** In a family who has not been asked alone yet (DV art. 5), before anything is settled. */
export function toBeAsked(file: FileView): Party[] {
  const asked = new Set(file.dispute.room.checks.map((one) => one.party));
  const settled = file.dispute.concluded_at !== null || file.dispute.closed_as !== null;
  return settled ? [] : presentParties(file).filter((one) => one.kind === "person" && !asked.has(one.id));
}

const adult = 18;
const ownWish = 8;
const yearOf = (day: string) => Number(day.slice(0, 4));

/** Children among the parties; the day of a birthday is not known, so a year more counts as one. */
export function childrenIn(file: FileView, on: string = isoDay(now())): Party[] {
  return presentParties(file).filter(
    (one) => one.kind === "person" && one.birth_year !== null && yearOf(on) - one.birth_year <= adult,
  );
}

/** Hearing a child has a place of its own where there may be one: in a family, and where a child has a side. */
export function mayConcernAChild(file: FileView, family: boolean): boolean {
  return family || childrenIn(file).length > 0 || file.dispute.room.children.length > 0;
}

/** Of the parties those of eight and more who were not heard yet, but beside a parent (MIN art. 107). */
export function toBeHeard(file: FileView, on: string = isoDay(now())): Party[] {
  const heard = new Set(file.dispute.room.children.filter((one) => one.with !== "guardian").map((one) => one.party));
  const settled = file.dispute.concluded_at !== null || file.dispute.closed_as !== null;
  const asked = (one: Party) =>
    yearOf(on) - (one.birth_year ?? 0) >= ownWish && yearOf(on) - (one.birth_year ?? 0) < adult;
  return settled ? [] : childrenIn(file, on).filter((one) => asked(one) && !heard.has(one.id));
}

export type Apart = "risk" | "order" | "measure";

/** What keeps the two apart now, or on the day of a meeting: whoever is called to it learns of it today. */
export function keptApart(file: FileView, at: string | null = null): Apart | null {
  const violent = file.dispute.risks.some((one) => one.kind === "domestic_violence" && !one.cleared_at);
  if (violent) return "risk";
  if (ordersInForce(file).length > 0 || (at && ordersInForce(file, isoDay(at)).length > 0)) return "order";
  return measures(file).some((one) => one.action === "no_joint_session") ? "measure" : null;
}

export function bothSides(file: FileView, parties: string[]): boolean {
  const sides = file.dispute.parties.filter((one) => parties.includes(one.id)).map((one) => one.side);
  return new Set(sides).size > 1;
}

/** Planned with both before anybody knew that they are kept apart. */
export function toBeCalledOff(file: FileView): Session[] {
  return plannedSessions(file).filter(
    (one) => bothSides(file, one.parties) && keptApart(file, one.planned_for) !== null,
  );
}
