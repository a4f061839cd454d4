// Promises: kept, given up, broken.
import { area, check, enumeration, happened, line, money, own, party } from "../forms/field";
import { OwedBox, PromiseBox } from "../forms/PromiseBox";
import type { Plan } from "../forms/plan";
import { openObligations, owedObligations } from "../words";
import { text } from "./shared";

export const promisePlans: Record<string, Plan> = {
  "resolution.performed": {
    group: "perform",
    verb: "POST",
    fits: (file) => owedObligations(file).length > 0,
    path: (values) => `obligations/${text(values.promise)}/performance`,
    inPath: ["promise"],
    fields: [
      own("promise", OwedBox, () => null),
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
    // Who is owed gives it up, and says so (CC art. 575): the server refuses anybody else.
    fields: [
      own("promise", PromiseBox, () => null),
      party("by", { label: "waivedBy" }),
      enumeration("said", "by", { required: true, start: "in_person", label: "waivedHow" }),
      area("reason", { required: true, label: "waiveReason" }),
      happened(),
    ],
  },
  "resolution.breached": {
    group: "perform",
    verb: "POST",
    fits: (file) => openObligations(file).length > 0,
    path: (values) => `obligations/${text(values.promise)}/breach`,
    inPath: ["promise"],
    fields: [
      own("promise", PromiseBox, () => null),
      area("reason", { required: true, label: "breachReason" }),
      happened(),
    ],
  },
};
