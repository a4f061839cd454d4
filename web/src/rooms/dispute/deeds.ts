// Every command of the file as data: where it is sent, when it makes sense, and what it asks; in
// plans/, by the life of a dispute. The server says which of them this reader may do
// (`file.allowed`); forms/ draws them.
import type { Plan } from "./forms/plan";
import { afterPlans } from "./plans/after";
import { agreePlans } from "./plans/agree";
import { conferencePlans } from "./plans/conference";
import { coursePlans } from "./plans/course";
import { divertPlans } from "./plans/divert";
import { intakePlans } from "./plans/intake";
import { promisePlans } from "./plans/promises";
import { confirmationPlans, roomPlans } from "./plans/room";
import { talkPlans } from "./plans/talks";
import type { FileView } from "./types";

export const plans: Record<string, Plan> = {
  ...intakePlans,
  ...divertPlans,
  ...talkPlans,
  ...roomPlans,
  ...conferencePlans,
  ...coursePlans,
  ...agreePlans,
  ...confirmationPlans,
  ...promisePlans,
  ...afterPlans,
};

export const groups = [
  "intake",
  "divert",
  "parties",
  "mediate",
  "apart",
  "joint",
  "conference",
  "agree",
  "perform",
  "follow",
  "risk",
  "clock",
  "end",
  "oversee",
] as const;

/** What this reader may do now and what makes sense, in the order of the loop. */
export function openDeeds(file: FileView): string[] {
  return Object.keys(plans).filter((deed) => file.allowed.includes(deed) && (plans[deed]?.fits?.(file) ?? true));
}
