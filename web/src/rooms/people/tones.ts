import type { Tone } from "../../ui";
import type { CertificateState, Complaint, Training } from "./shapes";

export const certificateTone: Record<CertificateState, Tone> = {
  none: "neutral",
  valid: "ok",
  expires_soon: "warn",
  expired: "danger",
  revoked: "danger",
};

export const complaintTone: Record<Complaint["status"], Tone> = {
  received: "warn",
  examined: "info",
  decided: "info",
  answered: "ok",
};

export const trainingTone: Record<Training["status"], Tone> = { planned: "info", held: "ok", called_off: "neutral" };
