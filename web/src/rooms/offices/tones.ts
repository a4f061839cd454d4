import type { Tone } from "../../ui";
import type { Serving, Term } from "./shapes";

export const termTone: Record<Term["state"], Tone> = {
  coming: "info",
  current: "ok",
  ending: "warn",
  expired: "danger",
  closed: "neutral",
};

export const certificateTone: Record<Serving["certificate_state"], Tone> = {
  none: "neutral",
  valid: "ok",
  expires_soon: "warn",
  expired: "danger",
  revoked: "danger",
};
