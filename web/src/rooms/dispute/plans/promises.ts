// Promises: kept, given up, broken.
import { area, check, happened, type Label, line, money, own } from "../forms/field";
import { PromiseBox } from "../forms/PromiseBox";
import type { Plan } from "../forms/plan";
import { openObligations } from "../words";
import { text } from "./shared";

const promiseFields = (reason: Label) => [
  own("promise", PromiseBox, () => null),
  area("reason", { required: true, label: reason }),
  happened(),
];

export const promisePlans: Record<string, Plan> = {
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
};
