import type { Tone } from "../../ui";
import type { Lead } from "../shared/shapes";

export function toneOfLead(status: Lead["status"]): Tone {
  if (status === "reported") return "warn";
  if (status === "no_dispute") return "neutral";
  return status === "solved_on_the_spot" ? "ok" : "info";
}

export function toneOfUrgency(urgency: Lead["urgency"]): Tone {
  if (urgency === "now") return "danger";
  return urgency === "soon" ? "warn" : "neutral";
}
