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
const file = { dispute: { sessions: [planned] } } as unknown as FileView;

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
