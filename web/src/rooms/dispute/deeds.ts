// Every command of the file as data: where it is sent, when it makes sense, and what it asks.
// The server says which of them this reader may do (`file.allowed`); forms/ draws them.
import { AgreementBox, agreementBody, agreementStart } from "./forms/AgreementBox";
import { AppointBox } from "./forms/AppointBox";
import { CheckedBox } from "./forms/CheckedBox";
import {
  AgainstBox,
  ConcernedBox,
  DecisionBox,
  firstConflict,
  GoingOnBox,
  openConflicts,
  WhichConflict,
  WishBox,
} from "./forms/ConflictBoxes";
import {
  type Disclosure,
  DisclosureAlone,
  DisclosureBox,
  disclosureBody,
  furtherOn,
  undisclosed,
} from "./forms/DisclosureBox";
import { DoorBox, GradeBox } from "./forms/DivertBox";
import {
  area,
  check,
  choice,
  choices,
  enumeration,
  happened,
  type Label,
  line,
  moment,
  money,
  number,
  own,
  parties,
  party,
  pick,
  place,
} from "./forms/field";
import { guestBody, guestFields } from "./forms/GuestBox";
import { KindBox } from "./forms/KindBox";
import { MethodsBox, SealedBox } from "./forms/MethodsBox";
import { MembersBox, PersonBox, partyAt, partyBody } from "./forms/PartyBox";
import { PromiseBox } from "./forms/PromiseBox";
import type { Plan, Values } from "./forms/plan";
import { RightsBox } from "./forms/RightsBox";
import { KeptApartBox } from "./forms/SafetyBoxes";
import { IssuesBox, SecondBox } from "./forms/SecondBox";
import { TeamBox } from "./forms/TeamBox";
import { AnswersBox } from "./forms/VisitBox";
import { confirmationPlans, roomPlans } from "./roomDeeds";
import { hasSigned } from "./signing";
import { awaitsReceipt, openDraft, openObligations, pausedNow, plannedSessions, presentParties } from "./words";

const none = "0000000000000";
/** A value of the form that another field fills in. */
const Nothing = () => null;
const presiding = (file: Parameters<typeof presentParties>[0]) =>
  file.dispute.appointments.find((one) => one.presiding && !one.until)?.person;
const everybody = (file: Parameters<typeof presentParties>[0]) => presentParties(file).map((one) => one.id);
const text = (value: unknown) => (typeof value === "string" ? value : "");

const openRisks = (file: Parameters<typeof presentParties>[0]) => file.dispute.risks.filter((one) => !one.cleared_at);
const unreported = (file: Parameters<typeof presentParties>[0]) => file.dispute.risks.filter((one) => !one.reported_at);
const unsigned = (file: Parameters<typeof presentParties>[0]) => {
  const draft = openDraft(file);
  return draft ? draft.parties.filter((id) => !hasSigned(file, draft, id)) : [];
};

/** A member's paper is opened for the member; the party is the group. */
const memberStart = (file: Parameters<typeof presentParties>[0], about: string): Values => {
  const group = file.dispute.parties.find((one) => one.members.some((member) => member.id === about));
  return group ? { party: group.id, member: about } : {};
};

const agreementFields = [
  parties("parties", { start: everybody, required: true }),
  area("facts", { required: true }),
  area("terms", { required: true }),
  own("obligations", AgreementBox, () => []),
  area("breach", { rows: 2 }),
  enumeration("third_parties", "third_parties"),
  check("asks_confirmation"),
  number("copies"),
  check("partial"),
  own("issues", IssuesBox, () => []),
  own("second", SecondBox, () => null),
  own("checked", CheckedBox, () => null),
];

const promiseFields = (reason: Label) => [
  own("promise", PromiseBox, () => null),
  area("reason", { required: true, label: reason }),
  happened(),
];

export const plans: Record<string, Plan> = {
  "acceptance.accepted": {
    group: "intake",
    verb: "POST",
    path: () => "acceptance",
    fields: [own("kind", KindBox, () => null), happened()],
  },
  "acceptance.advised": {
    group: "intake",
    verb: "POST",
    path: () => "advice",
    fields: [choice("reason", "advice"), area("advice", { required: true }), happened()],
  },
  "acceptance.refused": {
    group: "intake",
    verb: "POST",
    path: () => "refusal",
    final: true,
    fields: [choice("reason", "refusal"), choices("remedies", "remedy", true), area("note"), happened()],
  },
  "acceptance.transferred": {
    group: "intake",
    verb: "POST",
    path: () => "transfer",
    final: true,
    fields: [choice("reason", "transfer"), pick("organisation", "organisations"), area("note"), happened()],
  },
  "acceptance.consent_recorded": {
    group: "parties",
    verb: "POST",
    path: () => "consents",
    fields: [
      party("party", { about: true }),
      enumeration("consent", "consent", { without: ["not_asked"], required: true }),
      enumeration("by", "by", { start: "in_person" }),
      happened(),
    ],
  },
  "acceptance.amended": {
    group: "intake",
    verb: "POST",
    path: () => "amendments",
    fields: [
      line("reason", { required: true }),
      pick("kind", "kinds", { optional: true }),
      place("place"),
      money("amount"),
      area("facts"),
      area("request", { rows: 2 }),
    ],
  },
  "acceptance.party_added": {
    group: "parties",
    verb: "POST",
    path: () => "parties",
    at: partyAt,
    fields: [
      enumeration("side", "side", { required: true, start: "respondent" }),
      enumeration("kind", "party_kind", { required: true, start: "person" }),
      line("name", { required: true }),
      own("person", PersonBox, () => ({})),
      enumeration("language", "tongue", { start: "zh" }),
      check("interpreter"),
      own("members", MembersBox, () => []),
    ],
    body: partyBody,
  },
  "acceptance.unmerged": {
    group: "intake",
    verb: "DELETE",
    path: () => "merge",
    fits: (file) => file.dispute.merged_into !== none,
    fields: [],
  },
  "diversion.graded": {
    group: "divert",
    verb: "PUT",
    path: () => "grade",
    fields: [own("grade", GradeBox, () => null), line("override_reason", { suggest: "override" })],
  },
  "diversion.diverted": {
    group: "divert",
    verb: "POST",
    path: () => "diversion",
    fits: (file) => !awaitsReceipt(file) || file.dispute.handlings.length <= 1,
    fields: [
      own("grade", GradeBox, () => null),
      line("override_reason", { suggest: "override" }),
      own("organisation", DoorBox, () => null),
      line("change_reason", { suggest: "change" }),
      happened(),
    ],
  },
  "diversion.received": {
    group: "divert",
    verb: "PUT",
    path: () => "receipt",
    fits: awaitsReceipt,
    fields: [happened()],
  },
  "diversion.returned": {
    group: "divert",
    verb: "POST",
    path: () => "return",
    fits: awaitsReceipt,
    fields: [choice("reason", "return"), area("note")],
  },
  "diversion.appointed": {
    group: "divert",
    verb: "PUT",
    path: () => "assignment",
    fits: (file) => !awaitsReceipt(file),
    fields: [
      own("person", AppointBox, () => null),
      own("team", TeamBox, () => null),
      own("proposed", Nothing, () => null),
      check("presiding", { start: true }),
      check("chosen_by_parties"),
      line("reason", { suggest: "change", keyed: true }),
      happened(),
    ],
  },
  "diversion.wished": {
    group: "divert",
    verb: "PUT",
    path: (values) => `parties/${text(values.party)}/wish`,
    inPath: ["party"],
    fits: (file) => !awaitsReceipt(file) && file.dispute.diverted_at !== null && !presiding(file),
    fields: [party("party", { about: true }), own("person", WishBox, () => null), happened()],
  },
  "diversion.disclosed": {
    group: "mediate",
    verb: "POST",
    path: () => "disclosures",
    at: (path) => (path === "ground" ? "disclosure" : path),
    fields: [own("disclosure", DisclosureAlone, furtherOn), own("person", ConcernedBox, () => null), happened()],
    body: ({ disclosure, ...values }) => ({ ...values, ...disclosureBody(disclosure as Disclosure) }),
  },
  "diversion.challenged": {
    group: "parties",
    verb: "POST",
    path: () => "objections",
    fits: (file) => file.dispute.appointments.some((one) => !one.until),
    fields: [
      party("party", { about: true }),
      own("person", AgainstBox, (file) => presiding(file) ?? null),
      choice("ground", "conflict"),
      area("note", { rows: 2 }),
      happened(),
    ],
  },
  "diversion.conflict_consented": {
    group: "parties",
    verb: "POST",
    path: (values) => `conflicts/${text(values.conflict)}/consents`,
    inPath: ["conflict"],
    fits: (file) => openConflicts(file).length > 0,
    fields: [own("conflict", WhichConflict, firstConflict), own("parties", GoingOnBox, () => []), happened()],
  },
  "diversion.conflict_decided": {
    group: "divert",
    verb: "PUT",
    path: (values) => `conflicts/${text(values.conflict)}/decision`,
    inPath: ["conflict"],
    fits: (file) => openConflicts(file).length > 0,
    fields: [
      own("conflict", WhichConflict, firstConflict),
      own("end", DecisionBox, () => null),
      own("consented", Nothing, () => []),
      own("reason", Nothing, () => ""),
      own("person", Nothing, () => null),
      own("proposed", Nothing, () => null),
      area("answer", { rows: 2 }),
      happened(),
    ],
  },
  "mediation.rights_told": {
    group: "mediate",
    verb: "POST",
    path: () => "rights",
    fields: [
      own("text", RightsBox, () => null),
      parties("parties", {
        required: true,
        start: (file) =>
          presentParties(file)
            .filter((one) => !one.rights_told_at)
            .map((one) => one.id),
      }),
      own("disclosure", DisclosureBox, () => undisclosed()),
      check("in_writing"),
      enumeration("language", "tongue", { start: "zh" }),
      happened(),
    ],
    body: ({ text: _read, disclosure, ...values }) => ({
      ...values,
      disclosure: disclosureBody(disclosure as Disclosure),
    }),
  },
  "mediation.participant_invited": {
    group: "mediate",
    verb: "POST",
    path: () => "participants",
    fields: [...guestFields, parties("consented", { required: true, start: everybody })],
    body: guestBody,
  },
  "mediation.session_planned": {
    group: "mediate",
    verb: "POST",
    path: () => "sessions",
    fields: [
      pick("session", "planned", { optional: true, about: true }),
      enumeration("kind", "session_kind", { required: true, start: "joint" }),
      own("apart", KeptApartBox, () => null),
      moment("planned_for", { required: true }),
      line("place", { label: "sessionPlace" }),
      enumeration("by", "by", { start: "in_person" }),
      parties("parties", { required: true, start: everybody }),
      enumeration("language", "tongue", { start: "zh" }),
      check("interpreter"),
    ],
    start: (file, about) => plannedStart(file, about),
    body: ({ apart: _said, ...values }) => values,
  },
  "mediation.session_held": {
    group: "mediate",
    verb: "POST",
    path: () => "records",
    wide: true,
    fields: [
      pick("session", "planned", { optional: true, about: true }),
      enumeration("kind", "session_kind", { required: true, start: "joint" }),
      own("sealed", SealedBox, () => null),
      own("apart", KeptApartBox, () => null),
      own("disclosure", DisclosureBox, () => undisclosed()),
      parties("parties", { required: true, start: everybody }),
      parties("participants", { of: "participants" }),
      own("methods", MethodsBox, () => []),
      area("record", { required: true, rows: 8 }),
      enumeration("result", "session_result", { optional: true }),
      line("place", { label: "sessionPlace" }),
      enumeration("by", "by", { start: "in_person" }),
      enumeration("language", "tongue", { start: "zh" }),
      check("interpreter"),
      happened(),
    ],
    start: (file, about) => plannedStart(file, about || plannedSessions(file)[0]?.id || ""),
    body: ({ sealed: _badge, apart: _said, disclosure, ...values }) => ({
      ...values,
      disclosure: disclosureBody(disclosure as Disclosure),
    }),
  },
  ...roomPlans,
  "mediation.paused": {
    group: "clock",
    verb: "POST",
    path: () => "pause",
    fits: (file) => !pausedNow(file),
    fields: [choice("reason", "pause"), happened()],
  },
  "mediation.resumed": { group: "clock", verb: "DELETE", path: () => "pause", fits: pausedNow, fields: [] },
  "mediation.extended": {
    group: "clock",
    verb: "POST",
    path: () => "extensions",
    fields: [number("days", { required: true }), parties("agreed_by", { required: true })],
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
    fits: (file) => unreported(file).length > 0,
    path: (values) => `risks/${text(values.risk)}/report`,
    inPath: ["risk"],
    fields: [
      pick("risk", "unreported", { about: true }),
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
  "resolution.agreement_drafted": {
    group: "agree",
    verb: "POST",
    path: () => "agreements",
    wide: true,
    at: (path) => path.replace(/^text\./, ""),
    fields: agreementFields,
    start: (file) => agreementStart(file, openDraft(file)),
    body: (values, file) => ({ agreement: openDraft(file)?.id, text: agreementBody(values) }),
  },
  "resolution.signed": {
    group: "agree",
    verb: "POST",
    fits: (file) => unsigned(file).length > 0,
    path: (_values, file) => `agreements/${openDraft(file)?.id ?? none}/signatures`,
    start: (file, about) => memberStart(file, about),
    fields: [
      party("party", { about: true, of: unsigned }),
      pick("member", "members", { optional: true, label: "signingMember" }),
      enumeration("manner", "signing", {
        required: true,
        without: ["electronic"],
        start: "signature",
        label: "signing",
      }),
      happened(),
    ],
  },
  "resolution.mediator_signed": {
    group: "agree",
    verb: "POST",
    fits: (file) => openDraft(file) !== undefined && !openDraft(file)?.mediator_signed_at,
    path: (_values, file) => `agreements/${openDraft(file)?.id ?? none}/mediator-signature`,
    fields: [happened()],
  },
  "resolution.sealed": {
    group: "agree",
    verb: "POST",
    final: true,
    fits: (file) => openDraft(file) !== undefined,
    path: (_values, file) => `agreements/${openDraft(file)?.id ?? none}/seal`,
    fields: [happened()],
  },
  "resolution.orally_agreed": {
    group: "agree",
    verb: "POST",
    path: () => "oral-agreements",
    wide: true,
    at: (path) => path.replace(/^text\./, ""),
    fits: (file) => !openDraft(file),
    fields: [...agreementFields, happened()],
    start: (file) => agreementStart(file),
    body: ({ happened_at, ...values }) => ({ text: agreementBody(values), happened_at }),
  },
  ...confirmationPlans,
  "resolution.performed": {
    group: "perform",
    verb: "POST",
    fits: (file) => openObligations(file).length > 0,
    path: (values) => `obligations/${text(values.promise)}/performance`,
    inPath: ["promise"],
    fields: [
      own("promise", PromiseBox, () => null),
      money("amount", { label: "performedAmount" }),
      check("in_full"),
      line("evidence", { required: true }),
      happened(),
    ],
  },
  "resolution.waived": {
    group: "perform",
    verb: "POST",
    fits: (file) => openObligations(file).length > 0,
    path: (values) => `obligations/${text(values.promise)}/waiver`,
    inPath: ["promise"],
    fields: promiseFields("waiveReason"),
  },
  "resolution.breached": {
    group: "perform",
    verb: "POST",
    fits: (file) => openObligations(file).length > 0,
    path: (values) => `obligations/${text(values.promise)}/breach`,
    inPath: ["promise"],
    fields: promiseFields("breachReason"),
  },
  "followup.visited": {
    group: "follow",
    verb: "POST",
    path: () => "visits",
    fields: [
      enumeration("by", "by", { required: true, start: "phone" }),
      own("answers", AnswersBox, (file) => presentParties(file).map((one) => ({ party: one.id, satisfaction: null }))),
      check("performed", { start: true, label: "visitPerformed" }),
      check("relapse"),
      area("findings", { required: true }),
      happened(),
    ],
    body: ({ answers, ...values }) => ({
      ...values,
      answers: (answers as { satisfaction: string | null }[]).filter((one) => one.satisfaction),
    }),
  },
  "followup.reopened": {
    group: "follow",
    verb: "POST",
    path: () => "reopening",
    final: true,
    fields: [
      choice("reason", "reopen"),
      area("facts", { required: true, label: "factsSince" }),
      area("request", { rows: 2 }),
    ],
  },
  "followup.archived": {
    group: "follow",
    verb: "POST",
    path: () => "closing",
    final: true,
    fields: [choice("retention", "archive_retention", "retention")],
  },
  "privacy.restricted": {
    group: "oversee",
    verb: "POST",
    path: () => "restriction",
    final: true,
    fits: (file) => !file.dispute.restricted_at,
    fields: [line("reason", { required: true })],
  },
  "privacy.released": {
    group: "oversee",
    verb: "POST",
    path: () => "restriction/release",
    fits: (file) => file.dispute.restricted_at !== null,
    fields: [line("reason", { required: true })],
  },
  "oversight.glass_broken": {
    group: "oversee",
    verb: "POST",
    path: () => "glass",
    final: true,
    fits: (file) => !file.sight.personal,
    fields: [line("reason", { required: true, label: "glassReason" })],
  },
};

function plannedStart(file: Parameters<typeof presentParties>[0], about: string): Values {
  const planned = plannedSessions(file).find((one) => one.id === about);
  if (!planned) return {};
  const { id, kind, by, place: where, parties: who, language, interpreter, planned_for } = planned;
  return { session: id, kind, by, place: where ?? "", parties: who, language, interpreter, planned_for };
}

export const groups = [
  "intake",
  "divert",
  "parties",
  "mediate",
  "apart",
  "joint",
  "agree",
  "perform",
  "follow",
  "risk",
  "clock",
  "end",
  "oversee",
] as const;

/** What this reader may do now and what makes sense, in the order of the loop. */
export function openDeeds(file: Parameters<typeof presentParties>[0]): string[] {
  return Object.keys(plans).filter((deed) => file.allowed.includes(deed) && (plans[deed]?.fits?.(file) ?? true));
}
