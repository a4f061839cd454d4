// A call for joint mediation: how it stands, and what it still owes.
import { now } from "../../lib/clock";
import type { Tone } from "../../ui";
import type { Call } from "./types";

export const callStates = [
  "waiting",
  "accepted",
  "arrived",
  "answered",
  "declined",
  "handed_back",
  "called_off",
] as const;
export type CallState = (typeof callStates)[number];

export const callTone: Record<CallState, Tone> = {
  waiting: "warn",
  accepted: "info",
  arrived: "brand",
  answered: "ok",
  declined: "danger",
  handed_back: "neutral",
  called_off: "neutral",
};

export function stateOfCall(call: Call): CallState {
  if (call.declined_at) return "declined";
  if (call.ended_at) return call.called_off ? "called_off" : "handed_back";
  if (call.answered_at) return "answered";
  if (call.arrived_at) return "arrived";
  return call.accepted_at ? "accepted" : "waiting";
}

export const runs = (call: Call): boolean => !call.declined_at && !call.ended_at;

/** When it owes its next step: to arrive, then to answer. */
export function owedAt(call: Call): string | null {
  if (!runs(call) || call.answered_at) return null;
  return call.arrived_at ? call.answer_by : call.arrive_by;
}

export function isLate(call: Call): boolean {
  const due = owedAt(call);
  return due !== null && Date.parse(due) < now();
}
