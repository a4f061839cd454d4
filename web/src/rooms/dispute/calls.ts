// A call for joint mediation: how it stands, and what it still owes.
import { now } from "../../lib/clock";
import type { Tone } from "../../ui";
import type { Call, Dispute } from "./types";

export const callStates = [
  "waiting",
  "accepted",
  "arrived",
  "answered",
  "declined",
  "handed_back",
  "called_off",
  "closed",
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
  closed: "neutral",
};

export function stateOfCall(dispute: Dispute, call: Call): CallState {
  if (call.declined_at) return "declined";
  if (call.ended_at && !call.called_off) return "handed_back";
  if (call.ended_at) return call.answered_at ? "closed" : "called_off";
  if (!runs(dispute, call)) return "closed";
  if (call.answered_at) return "answered";
  if (call.arrived_at) return "arrived";
  return call.accepted_at ? "accepted" : "waiting";
}

const goingOn = new Set(["requested", "accepted", "inviting", "diverted", "mediating"]);

/** A call ends with its dispute at the latest, when that is concluded or closed. */
export const runs = (dispute: Dispute, call: Call): boolean =>
  goingOn.has(dispute.stage) && !call.declined_at && !call.ended_at;

export const running = (dispute: Dispute): Call[] => dispute.room.calls.filter((one) => runs(dispute, one));

/** It should have come, or answered: from now on its host may answer in its place. */
export function isLate(dispute: Dispute, call: Call): boolean {
  if (!runs(dispute, call) || call.answered_at) return false;
  return Date.parse(call.arrived_at ? call.answer_by : call.arrive_by) < now();
}
