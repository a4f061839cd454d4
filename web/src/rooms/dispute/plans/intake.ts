// Acceptance: a request taken in, its parties, and the ways out before mediation.
import { later } from "../../../lib/later";
import {
  area,
  check,
  choice,
  choices,
  enumeration,
  happened,
  line,
  money,
  own,
  party,
  pick,
  place,
} from "../forms/field";
import { KindBox } from "../forms/KindBox";
import { MendBox, mendAt, mendBody, mendStart } from "../forms/MendBox";
import { MembersBox, PersonBox, partyAt, partyBody } from "../forms/PartyBox";
import type { Plan } from "../forms/plan";
import { none } from "./shared";

const IntoBox = later(() => import("../forms/IntoBox").then((file) => file.IntoBox));

export const intakePlans: Record<string, Plan> = {
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
    now: ({ dispute }, values) => ({
      consent: dispute.parties.find((one) => one.id === values.party)?.consent ?? null,
    }),
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
    now: ({ dispute }) => ({
      kind: dispute.kind,
      place: dispute.place,
      amount: dispute.amount,
      facts: dispute.facts ?? "",
      request: dispute.request ?? "",
    }),
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
  "acceptance.party_amended": {
    group: "parties",
    verb: "POST",
    path: (values) => `parties/${values.party}/amendments`,
    at: mendAt,
    fields: [
      party("party", { about: true, label: "whose" }),
      own("mended", MendBox, mendStart),
      line("reason", { required: true }),
    ],
    inPath: ["party"],
    body: mendBody,
  },
  "acceptance.merged": {
    group: "intake",
    verb: "PUT",
    path: () => "merge",
    fields: [own("into", IntoBox, (_file, about) => about || null)],
  },
  "acceptance.unmerged": {
    group: "intake",
    verb: "DELETE",
    path: () => "merge",
    fits: (file) => file.dispute.merged_into !== none,
    fields: [],
  },
};
