import { expect, test } from "vitest";
import { childrenIn, mayConcernAChild, toBeAsked, toBeHeard } from "./safety";
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

test("article_5_everybody_who_is_there_and_was_not_asked_alone_is_to_be_asked", () => {
  expect(toBeAsked(file()).map((one) => one.id)).toEqual(["daughter"]);
  expect(toBeAsked(file({ concluded_at: "2023-11-20T09:00:00+08:00" }))).toEqual([]);
});

test("article_107_a_child_of_eight_and_more_is_to_be_heard_without_its_parents", () => {
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
