import { expect, test } from "vitest";
import type { FileView } from "../types";
import { talkPlans } from "./talks";

const planned = {
  id: "s1",
  kind: "joint",
  by: "in_person",
  place: "石榴花调解室",
  parties: ["p1", "p2"],
  language: "zh",
  interpreter: false,
  planned_for: "2023-11-22T02:30:00Z",
  held_at: null,
  cancelled_at: null,
  minutes: 60,
  room: "0",
  people: [],
};
const parties = [
  { id: "p1", side: "applicant", left: false },
  { id: "p2", side: "respondent", left: false },
];
const room = { checks: [], protections: [] };
const file = { dispute: { sessions: [planned], parties, risks: [], room } } as unknown as FileView;

test("the record of a planned session begins with what was planned, and sends no field that a record has not", () => {
  const plan = talkPlans["mediation.session_held"]!;
  const begun = plan.start!(file, "");
  expect(begun.session).toBe("s1");
  expect(begun.place).toBe("石榴花调解室");
  const fields = plan.fields.map((one) => one.name);
  for (const name of Object.keys(begun)) expect(fields).toContain(name);
});

test("one that is moved begins at its time", () => {
  expect(talkPlans["mediation.session_planned"]!.start!(file, "s1").planned_for).toBe("2023-11-22T02:30:00Z");
});

test("where the two are kept apart planning and the record begin with one side alone", () => {
  const { dispute } = file;
  const risks = [{ kind: "domestic_violence", cleared_at: null }];
  const apart = { ...file, dispute: { ...dispute, risks, sessions: [] } } as unknown as FileView;
  const plan = talkPlans["mediation.session_planned"]!;
  expect(plan.start!({ ...file, dispute: { ...dispute, sessions: [] } }, "")).toEqual({});
  expect(plan.start!(apart, "")).toEqual({ kind: "separate", parties: ["p1"] });
  expect(talkPlans["mediation.session_held"]!.start!(apart, "")).toEqual({ kind: "separate", parties: ["p1"] });
  const before = { ...file, dispute: { ...dispute, risks } } as unknown as FileView;
  const moved = plan.start!(before, "s1");
  expect([moved.session, moved.kind, moved.parties]).toEqual(["s1", "separate", ["p1"]]);
});

test("article_17 nobody who has refused is ticked to begin with", () => {
  const [first, second] = parties;
  const refused = [first, { ...second, consent: "refused" }];
  const of = (sessions: object[]) =>
    ({ ...file, dispute: { ...file.dispute, parties: refused, sessions } }) as unknown as FileView;
  for (const deed of ["mediation.session_planned", "mediation.session_held"]) {
    const plan = talkPlans[deed]!;
    expect(plan.fields.find((one) => one.name === "parties")!.start(of([]), "")).toEqual(["p1"]);
    expect(plan.start!(of([planned]), "s1").parties).toEqual(["p1"]);
    expect(plan.start!(of([{ ...planned, kind: "investigation" }]), "s1").parties).toEqual(["p1", "p2"]);
  }
});
