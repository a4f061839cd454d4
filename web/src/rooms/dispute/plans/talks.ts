// In the mediation room: rights, participants, sessions and their record.
import { later } from "../../../lib/later";
import { type Disclosure, DisclosureBox, disclosureBody, undisclosed } from "../forms/DisclosureBox";
import { area, check, choice, enumeration, happened, line, moment, own, parties, pick } from "../forms/field";
import { guestBody, guestFields } from "../forms/GuestBox";
import { MethodsBox, SealedBox } from "../forms/MethodsBox";
import { MinutesBox, planBody, RoomBox, SlotsBox, WhereBox, WhoComesBox } from "../forms/PlanBoxes";
import type { Plan, Values } from "../forms/plan";
import { RightsBox } from "../forms/RightsBox";
import { KeptApartBox } from "../forms/SafetyBoxes";
import { bothSides, keptApart } from "../safety";
import type { FileView } from "../types";
import { plannedSessions, presentGuests, presentParties } from "../words";
import { everybody, none, willing } from "./shared";

const SentencesBox = later(() => import("../forms/SentencesBox").then((file) => file.SentencesBox));

export const talkPlans: Record<string, Plan> = {
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
  "mediation.participant_left": {
    group: "mediate",
    says: "guestLeft",
    verb: "POST",
    path: ({ participant }) => `participants/${participant}/departure`,
    inPath: ["participant"],
    fits: (file) => presentGuests(file).length > 0,
    fields: [pick("participant", "guests", { about: true }), choice("reason", "participant_left"), happened()],
  },
  "mediation.session_planned": {
    group: "mediate",
    verb: "POST",
    path: () => "sessions",
    fields: [
      pick("session", "planned", { optional: true, about: true }),
      enumeration("kind", "session_kind", { required: true, start: "joint" }),
      own("apart", KeptApartBox, () => null),
      parties("parties", { required: true, start: willing }),
      enumeration("by", "by", { start: "in_person" }),
      own("room", RoomBox, () => null),
      own("place", WhereBox, () => ""),
      own("people", WhoComesBox, () => []),
      moment("planned_for", { required: true }),
      own("minutes", MinutesBox, () => null),
      own("slots", SlotsBox, () => null),
      enumeration("language", "tongue", { start: "zh" }),
      check("interpreter"),
    ],
    start: (file, about) => oneSide(file, planStart(file, about)),
    body: planBody,
  },
  "mediation.session_cancelled": {
    group: "mediate",
    verb: "POST",
    path: ({ session }) => `sessions/${session}/cancellation`,
    inPath: ["session"],
    fields: [pick("session", "planned", { about: true }), choice("reason", "session_cancel"), line("note")],
    fits: (file) => plannedSessions(file).length > 0,
    start: (file, about) => (about ? {} : { session: plannedSessions(file)[0]?.id ?? null }),
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
      parties("parties", { required: true, start: willing }),
      parties("participants", { of: "participants" }),
      own("methods", MethodsBox, () => []),
      area("record", { required: true, rows: 8 }),
      own("sentences", SentencesBox, () => null),
      enumeration("result", "session_result", { optional: true }),
      line("place", { label: "sessionPlace" }),
      enumeration("by", "by", { start: "in_person" }),
      enumeration("language", "tongue", { start: "zh" }),
      check("interpreter"),
      happened(),
    ],
    start: (file, about) => oneSide(file, plannedStart(file, about || plannedSessions(file)[0]?.id || "")),
    now: recordedMeanwhile,
    body: ({ sealed: _badge, apart: _said, sentences: _ticked, disclosure, ...values }) => ({
      ...values,
      disclosure: disclosureBody(disclosure as Disclosure),
    }),
  },
};

/** Where the two are kept apart, a form that would begin with both begins with one of them alone. */
function oneSide(file: FileView, begun: Values): Values {
  const called: string[] = begun.parties ?? willing(file);
  if (!keptApart(file, begun.planned_for) || !bothSides(file, called)) return begun;
  return { ...begun, kind: "separate", parties: called.slice(0, 1) };
}

/** Of one that is to be moved, with what it has booked. */
function planStart(file: FileView, about: string): Values {
  const planned = plannedSessions(file).find((one) => one.id === about);
  if (!planned) return {};
  const { minutes, room, people } = planned;
  const booked = { minutes: minutes > 0 ? String(minutes) : null, room: room === none ? null : room, people };
  return { ...plannedStart(file, about), ...booked, planned_for: planned.planned_for };
}

function plannedStart(file: FileView, about: string): Values {
  const planned = plannedSessions(file).find((one) => one.id === about);
  if (!planned) return {};
  const { id, kind, by, place: where, language, interpreter } = planned;
  // A party may have refused since it was called; an inquiry asks whoever is there.
  const talks = kind === "joint" || kind === "separate";
  const who = talks ? planned.parties.filter((one) => willing(file).includes(one)) : planned.parties;
  return { session: id, kind, by, place: where ?? "", parties: who, language, interpreter };
}

/** Two may write the record of one session. */
function recordedMeanwhile(file: FileView, values: Values): Values {
  const held = file.dispute.sessions.find((one) => one.id === values.session && one.held_at);
  return held ? { record: held.record ?? "", result: held.result ?? null, methods: held.methods } : {};
}
