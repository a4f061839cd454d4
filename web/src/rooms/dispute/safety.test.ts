import { expect, test } from "vitest";
import { bothSides, childrenIn, keptApart, mayConcernAChild, toBeAsked, toBeCalledOff, toBeHeard } from "./safety";
import type { FileView } from "./types";

const file = (more: object = {}) =>
  ({
    dispute: {
      concluded_at: null,
      closed_as: null,
      room: { checks: [{ party: "mother" }] },
      parties: [
        { id: "mother", kind: "person", left: false },
        { id: "daughter", kind: "person", left: false },
        { id: "son", kind: "person", left: true },
        { id: "firm", kind: "organisation", left: false },
      ],
      ...more,
    },
  }) as unknown as FileView;

test("dv_5_everybody_who_is_there_and_was_not_asked_alone_is_to_be_asked", () => {
  expect(toBeAsked(file()).map((one) => one.id)).toEqual(["daughter"]);
  expect(toBeAsked(file({ concluded_at: "2023-11-20T09:00:00+08:00" }))).toEqual([]);
});

test("min_107_a_child_of_eight_and_more_is_to_be_heard_without_its_parents", () => {
  const child = (id: string, birth_year: number) => ({ id, birth_year, kind: "person", left: false });
  const parties = [child("mother", 1985), child("big", 2013), child("small", 2018), child("grown", 2005)];
  const heard = (...children: object[]) => file({ parties, room: { checks: [], children } });
  const names = (all: { id: string }[]) => all.map((one) => one.id);
  expect(names(childrenIn(heard(), "2023-11-20"))).toEqual(["big", "small", "grown"]);
  expect(names(toBeHeard(heard(), "2023-11-20"))).toEqual(["big"]);
  expect(names(toBeHeard(heard({ party: "big", with: "guardian" }), "2023-11-20"))).toEqual(["big"]);
  expect(names(toBeHeard(heard({ party: "big", with: "alone" }), "2023-11-20"))).toEqual([]);
});

test("a_quarrel_between_grown_neighbours_has_no_place_for_hearing_a_child", () => {
  const neighbours = { parties: [{ id: "neighbour", kind: "person", left: false, birth_year: 1970 }] };
  const nobodyHeard = { room: { checks: [], children: [] } };
  expect(mayConcernAChild(file({ ...neighbours, ...nobodyHeard }), false)).toBe(false);
  expect(mayConcernAChild(file({ ...neighbours, ...nobodyHeard }), true)).toBe(true);
  expect(mayConcernAChild(file({ ...neighbours, room: { checks: [], children: [{ party: "0" }] } }), false)).toBe(true);
  const pupil = { parties: [{ id: "pupil", kind: "person", left: false, birth_year: new Date().getFullYear() - 12 }] };
  expect(mayConcernAChild(file({ ...pupil, ...nobodyHeard }), false)).toBe(true);
});

const risk = { kind: "domestic_violence", cleared_at: null };
const order = { kind: "protection_order", from: "2023-11-01", until: "2023-11-30" };
const joint = {
  id: "s1",
  parties: ["she", "he"],
  planned_for: "2099-01-05T03:00:00Z",
  held_at: null,
  cancelled_at: null,
};

function family({ risks = [] as object[], checks = [] as object[], protections = [] as object[], sessions = [joint] }) {
  const parties = [
    { id: "she", side: "applicant" },
    { id: "he", side: "respondent" },
  ];
  return file({ parties, risks, sessions, room: { checks, protections, children: [] } });
}

test("a_risk_of_domestic_violence_an_order_and_a_measure_each_keep_the_two_apart_until_it_is_over", () => {
  expect(keptApart(family({}))).toBeNull();
  expect(keptApart(family({ risks: [risk] }))).toBe("risk");
  expect(keptApart(family({ risks: [{ ...risk, cleared_at: "2023-11-20T01:00:00Z" }] }))).toBeNull();
  expect(keptApart(family({ risks: [{ ...risk, kind: "weapon" }] }))).toBeNull();
  expect(keptApart(family({ protections: [{ ...order, until: null }] }))).toBe("order");
  expect(keptApart(family({ protections: [{ ...order, kind: "warning_letter", until: null }] }))).toBeNull();
  const check = { id: "c", party: "she", actions: ["no_joint_session"] };
  expect(keptApart(family({ checks: [check] }))).toBe("measure");
  expect(keptApart(family({ checks: [{ ...check, actions: ["hide_address"] }] }))).toBeNull();
});

test("dv_29_an_order_that_begins_before_the_meeting_keeps_them_apart_on_its_day", () => {
  const soon = family({ protections: [{ ...order, from: "2099-01-01", until: "2099-06-01" }] });
  expect(keptApart(soon)).toBeNull();
  expect(keptApart(soon, joint.planned_for)).toBe("order");
  expect(toBeCalledOff(soon).map((one) => one.id)).toEqual(["s1"]);
});

test("what_was_planned_with_both_is_to_be_called_off_and_a_talk_with_one_is_not", () => {
  expect(bothSides(family({}), ["she", "he"])).toBe(true);
  expect(bothSides(family({}), ["he"])).toBe(false);
  expect(toBeCalledOff(family({}))).toEqual([]);
  expect(toBeCalledOff(family({ risks: [risk] })).map((one) => one.id)).toEqual(["s1"]);
  expect(toBeCalledOff(family({ risks: [risk], sessions: [{ ...joint, parties: ["she"] }] }))).toEqual([]);
});
