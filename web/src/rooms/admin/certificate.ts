// How a mediator's certificate stands. The server reminds as long before its end (pack.toml).
import { daysUntil } from "../../lib/fmt";
import type { Tone } from "../../ui";
import type { Person } from "./shapes";

export type CertificateState = "none" | "valid" | "soon" | "expired";

const soonDays = 60;

export function certificateState(
  { certificate, certificate_until }: Pick<Person, "certificate"> & { certificate_until?: string | null },
  today: string,
): CertificateState {
  if (!certificate) return "none";
  if (!certificate_until) return "valid";
  const left = daysUntil(certificate_until, Date.parse(`${today}T12:00:00+08:00`));
  if (left < 0) return "expired";
  return left <= soonDays ? "soon" : "valid";
}

export const certificateTone: Record<CertificateState, Tone> = {
  none: "neutral",
  valid: "ok",
  soon: "warn",
  expired: "danger",
};
