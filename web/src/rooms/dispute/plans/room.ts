// The commands of the mediation room as data: each side alone, departments that are called, safety;
// and of the court's confirmation (deeds.ts says what a plan is).
import {
  callBox,
  DepartmentBox,
  firstCall,
  inThreeWorkingDays,
  soon,
  toAnswerFor,
  toArrive,
  toCallOff,
} from "../forms/CallBoxes";
import {
  ApplicantsBox,
  agreementBox,
  ChooseCourtBox,
  chosenCourt,
  courtBody,
  courtOf,
  firstOf,
  RulingBox,
  toConfirm,
  toDocket,
  toRule,
  WindowBox,
} from "../forms/ConfirmBoxes";
import { area, day, enumeration, happened, line, moment, own, parties, party } from "../forms/field";
import type { Plan } from "../forms/plan";
import {
  AskAloneBox,
  ChecklistBox,
  firstMeasure,
  firstProtection,
  MeasureBox,
  ProtectionBox,
  ProtectionKindBox,
} from "../forms/SafetyBoxes";
import {
  AskCrossBox,
  IssueBox,
  ReleaseBox,
  startOf,
  toAsk,
  toRelease,
  VaultAmountBox,
  VaultKindBox,
  vaultStart,
} from "../forms/VaultBoxes";
import { measures } from "../safety";
import { Nothing, text } from "./shared";

/** A key of the registry; a court of the book goes by a name of its own, and is chosen before. */
const isKey = (value: unknown) => typeof value === "string" && /^[0-9A-Z]{13}$/.test(value);

export const roomPlans: Record<string, Plan> = {
  "mediation.issue_named": {
    group: "apart",
    says: "issue",
    verb: "POST",
    path: () => "issues",
    fields: [line("title", { required: true, label: "issueTitle" })],
  },
  "mediation.vault_noted": {
    group: "apart",
    says: "vault",
    verb: "POST",
    path: () => "vault",
    fits: (file) => file.sight.sealed,
    fields: [
      party("party"),
      own("kind", VaultKindBox, () => "note"),
      own("issue", IssueBox, () => null),
      area("words", { required: true, label: "vaultWords" }),
      own("amount", VaultAmountBox, () => null),
      happened(),
    ],
    start: vaultStart,
  },
  "mediation.crossing_agreed": {
    group: "apart",
    says: "cross",
    verb: "PUT",
    path: (values) => `vault/${text(values.slip)}/consent`,
    inPath: ["slip"],
    fits: (file) => file.sight.sealed && toAsk(file).length > 0,
    fields: [
      own("slip", AskCrossBox, startOf(toAsk)),
      enumeration("by", "by", { required: true, start: "in_person", label: "agreedBy" }),
      happened(),
    ],
  },
  "mediation.statement_released": {
    group: "apart",
    says: "release",
    verb: "PUT",
    path: (values) => `vault/${text(values.slip)}/release`,
    inPath: ["slip"],
    final: true,
    fits: (file) => file.sight.sealed && toRelease(file).length > 0,
    fields: [own("slip", ReleaseBox, startOf(toRelease))],
  },
  "mediation.department_called": {
    group: "joint",
    says: "call",
    verb: "POST",
    path: () => "calls",
    fields: [
      own("organisation", DepartmentBox, () => null),
      area("need", { required: true }),
      moment("arrive_by", { required: true, start: () => soon() }),
      moment("answer_by", { required: true, start: () => inThreeWorkingDays() }),
      parties("consented", { required: true }),
    ],
  },
  "mediation.department_arrived": {
    group: "joint",
    says: "arrived",
    verb: "PUT",
    path: (values) => `calls/${text(values.call)}/arrival`,
    inPath: ["call"],
    fits: (file) => toArrive(file).length > 0,
    fields: [own("call", callBox(toArrive), firstCall(toArrive))],
  },
  "mediation.call_answered": {
    group: "joint",
    says: "answerFor",
    verb: "PUT",
    path: (values) => `calls/${text(values.call)}/answer`,
    inPath: ["call"],
    fits: (file) => toAnswerFor(file).length > 0,
    fields: [
      own("call", callBox(toAnswerFor), firstCall(toAnswerFor)),
      area("answer", { required: true, label: "answerFor" }),
    ],
  },
  "mediation.call_ended": {
    group: "joint",
    says: "callOff",
    verb: "DELETE",
    path: (values) => `calls/${text(values.call)}`,
    inPath: ["call"],
    final: true,
    fits: (file) => toCallOff(file).length > 0,
    fields: [own("call", callBox(toCallOff), firstCall(toCallOff))],
  },
  "mediation.safety_asked": {
    group: "risk",
    says: "askSafety",
    verb: "POST",
    path: () => "safety",
    // What is answered is sealed: its own mediators ask.
    fits: (file) => file.sight.sealed,
    fields: [
      own("alone", AskAloneBox, () => null),
      party("party", { about: true }),
      own("yes", ChecklistBox, () => []),
      area("words", { label: "safetyWords", rows: 2 }),
      happened(),
    ],
    body: ({ alone: _reminder, ...values }) => values,
  },
  "mediation.safety_lifted": {
    group: "risk",
    says: "lift",
    verb: "POST",
    path: (values) => `safety/${text(values.measure).split(".")[0]}/lifting`,
    fits: (file) => file.sight.sealed && measures(file).length > 0,
    fields: [own("measure", MeasureBox, firstMeasure), area("why", { required: true, label: "liftWhy" })],
    body: ({ measure, ...values }) => ({ ...values, action: text(measure).split(".")[1] }),
    at: (path) => (path === "action" ? "measure" : path),
  },
  "mediation.protection_filed": {
    group: "risk",
    says: "protect",
    verb: "POST",
    path: () => "protections",
    fields: [
      own("kind", ProtectionKindBox, () => "protection_order"),
      party("protects", { about: true, label: "protects" }),
      party("against", { label: "protectedFrom" }),
      day("from", { required: true, label: "inForceFrom" }),
      day("until", { label: "inForceUntil" }),
      line("number", { label: "orderNumber" }),
      area("note", { rows: 2 }),
    ],
  },
  "mediation.protection_visited": {
    group: "risk",
    says: "protectVisit",
    verb: "POST",
    path: (values) => `protections/${text(values.protection)}/visits`,
    inPath: ["protection"],
    fits: (file) => file.dispute.room.protections.length > 0,
    fields: [
      own("protection", ProtectionBox, firstProtection),
      area("findings", { required: true, label: "protectionFindings" }),
      happened(),
    ],
  },
};

export const confirmationPlans: Record<string, Plan> = {
  "resolution.court_chosen": {
    group: "agree",
    says: "court",
    verb: "PUT",
    path: (values, file) => `agreements/${text(values.agreement) || firstOf(toConfirm)(file, "")}/confirmation/court`,
    fits: (file) => toConfirm(file).length > 0,
    fields: [
      own("agreement", agreementBox(toConfirm), firstOf(toConfirm)),
      own("corps", ChooseCourtBox, (file, about) => chosenCourt(file, about)?.corps ?? []),
      line("reason", { label: "courtReason" }),
    ],
    start: (file, about) => ({
      in_corps_zone: chosenCourt(file, about)?.in_corps_zone ?? [],
      court: courtOf(chosenCourt(file, about)),
    }),
    body: ({ agreement, ...values }, file) => courtBody(values, file),
  },
  "resolution.confirmation_applied": {
    group: "agree",
    says: "confirm",
    verb: "POST",
    path: (values) => `agreements/${text(values.agreement)}/confirmation`,
    inPath: ["agreement"],
    fits: (file) => toConfirm(file).length > 0,
    fields: [
      own("agreement", agreementBox(toConfirm), firstOf(toConfirm)),
      own("window", WindowBox, () => null),
      own("applicants", ApplicantsBox, () => []),
      happened(),
    ],
    start: () => ({ court: null }),
    body: ({ window, court, ...values }) => (isKey(court) ? { ...values, court } : values),
  },
  "resolution.confirmation_docketed": {
    group: "agree",
    says: "docket",
    verb: "PUT",
    path: (values) => `agreements/${text(values.agreement)}/confirmation/docket`,
    inPath: ["agreement"],
    fits: (file) => toDocket(file).length > 0,
    fields: [
      own("agreement", agreementBox(toDocket), firstOf(toDocket)),
      line("number", { required: true, label: "docketNumber" }),
      happened(),
    ],
  },
  "resolution.confirmation_ruled": {
    group: "agree",
    says: "ruled",
    verb: "PUT",
    path: (values) => `agreements/${text(values.agreement)}/confirmation/ruling`,
    inPath: ["agreement"],
    fits: (file) => toRule(file).length > 0,
    fields: [
      own("agreement", agreementBox(toRule), firstOf(toRule)),
      own("ruling", RulingBox, () => null),
      own("reason", Nothing, () => null),
      happened(),
    ],
  },
};
