// The course of mediation: its clock, the work log, dangers, and the end without agreement.
import { area, choice, choices, enumeration, happened, line, number, parties, party, pick } from "../forms/field";
import type { Plan } from "../forms/plan";
import type { FileView } from "../types";
import { pausedNow } from "../words";
import { text } from "./shared";

const openRisks = (file: FileView) => file.dispute.risks.filter((one) => !one.cleared_at);
const refusedBySome = (file: FileView) => file.dispute.parties.some((one) => !one.left && one.consent === "refused");

export const coursePlans: Record<string, Plan> = {
  "mediation.paused": {
    group: "clock",
    verb: "POST",
    path: () => "pause",
    fits: (file) => !pausedNow(file),
    fields: [choice("reason", "pause"), happened()],
  },
  "mediation.resumed": {
    group: "clock",
    verb: "DELETE",
    // What is taken away has no body: its day is asked for in the address.
    path: ({ happened_at }) => (happened_at ? `pause?happened_at=${encodeURIComponent(text(happened_at))}` : "pause"),
    fits: pausedNow,
    fields: [happened()],
    inPath: ["happened_at"],
  },
  "mediation.extended": {
    group: "clock",
    verb: "POST",
    path: () => "extensions",
    fields: [number("days", { required: true }), parties("agreed_by", { required: true }), happened()],
  },
  "mediation.noted": {
    group: "mediate",
    verb: "POST",
    path: () => "notes",
    fields: [
      area("note", { required: true, rows: 3, label: "noteText" }),
      pick("kind", "notes", { start: "call", label: "noteKind" }),
      happened(),
    ],
  },
  "mediation.risk_raised": {
    group: "risk",
    verb: "POST",
    path: () => "risks",
    fields: [
      enumeration("kind", "risk_kind", { required: true, label: "riskKind" }),
      enumeration("level", "risk_level", { required: true, label: "riskLevel" }),
      area("about"),
    ],
  },
  "mediation.risk_reported": {
    group: "risk",
    verb: "POST",
    fits: (file) => openRisks(file).length > 0,
    path: (values) => `risks/${text(values.risk)}/report`,
    inPath: ["risk"],
    fields: [
      pick("risk", "toReport", { about: true }),
      pick("to", "authorities", { start: "police", label: "reportTo" }),
      line("receipt"),
      happened(),
    ],
  },
  "mediation.risk_cleared": {
    group: "risk",
    verb: "POST",
    fits: (file) => openRisks(file).length > 0,
    path: (values) => `risks/${text(values.risk)}/clearance`,
    inPath: ["risk"],
    fields: [pick("risk", "openRisks", { about: true }), area("why", { required: true })],
  },
  "mediation.party_left": {
    group: "parties",
    verb: "POST",
    path: () => "departures",
    fields: [
      party("party", { about: true }),
      pick("member", "members", { optional: true }),
      choice("reason", "termination"),
      choices("remedies", "remedy", true),
    ],
  },
  "mediation.terminated": {
    group: "end",
    verb: "POST",
    path: () => "termination",
    fits: (file) => file.dispute.stage !== "accepted" || refusedBySome(file), // before it is sent, only a clear no
    final: true,
    fields: [
      choice("reason", "termination"),
      choices("remedies", "remedy", true),
      area("note"),
      enumeration("delivered_by", "by", { optional: true }),
      happened(),
    ],
  },
  "mediation.termination_delivered": {
    group: "end",
    verb: "POST",
    path: () => "termination/delivery",
    fits: (file) => file.dispute.termination !== null && !file.dispute.termination.delivered_at,
    fields: [enumeration("by", "by", { required: true, start: "in_person" }), happened()],
  },
};
