// Diversion: grade, door, mediator, and what speaks against one.
import { AppointBox } from "../forms/AppointBox";
import {
  AgainstBox,
  ConcernedBox,
  DecisionBox,
  firstConflict,
  GoingOnBox,
  openConflicts,
  WhichConflict,
  WishBox,
} from "../forms/ConflictBoxes";
import { type Disclosure, DisclosureAlone, disclosureBody, furtherOn } from "../forms/DisclosureBox";
import { DoorBox, GradeBox } from "../forms/DivertBox";
import { area, check, choice, happened, line, own, party } from "../forms/field";
import type { Plan } from "../forms/plan";
import { TeamBox } from "../forms/TeamBox";
import { awaitsReceipt } from "../words";
import { Nothing, presiding, text } from "./shared";

export const divertPlans: Record<string, Plan> = {
  "diversion.graded": {
    group: "divert",
    verb: "PUT",
    path: () => "grade",
    fields: [
      own("grade", GradeBox, () => null, { kind: { enumeration: "grade" } }),
      line("override_reason", { suggest: "override" }),
    ],
    now: ({ dispute }) => ({ grade: dispute.grade }),
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
};
