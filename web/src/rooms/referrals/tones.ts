import type { Tone } from "../../ui";
import type { Referral } from "../shared/shapes";

export function toneOfReferral(status: Referral["status"]): Tone {
  if (status === "sent") return "warn";
  return status === "accepted" ? "ok" : "neutral";
}
