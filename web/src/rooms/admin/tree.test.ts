import { expect, test } from "vitest";
import type { Organisation } from "../shared/shapes";
import { certificateState } from "./certificate";
import { found, treeOf } from "./tree";

const office = (id: string, parent: string | null) => ({ id, parent, name: id }) as Organisation;
const city = [
  office("bureau", null),
  office("centre", "bureau"),
  office("committee", "centre"),
  office("court", "bureau"),
];
const drawn = (list: ReturnType<typeof treeOf>) => list.map((one) => "-".repeat(one.depth) + one.office.id);

test("offices_stand_below_the_one_they_belong_to", () => {
  expect(drawn(treeOf(city))).toEqual(["bureau", "-centre", "--committee", "-court"]);
  expect(treeOf(city).map((one) => one.below)).toEqual([2, 1, 0, 0]);
});

test("an_office_whose_parent_is_closed_is_still_listed", () => {
  expect(drawn(treeOf(city.filter((one) => one.id !== "centre")))).toEqual(["bureau", "-court", "committee"]);
});

test("what_is_found_keeps_the_way_down_to_it", () => {
  expect(drawn(found(treeOf(city), (one) => one.id === "committee"))).toEqual(["bureau", "-centre", "--committee"]);
  expect(found(treeOf(city), () => false)).toEqual([]);
});

test("a_certificate_ends_soon_sixty_days_before_it_ends", () => {
  const state = (certificate: string, certificate_until: string | null) =>
    certificateState({ certificate, certificate_until }, "2026-11-24");
  expect(state("", null)).toBe("none");
  expect(state("C-1", null)).toBe("valid");
  expect(state("C-1", "2027-01-24")).toBe("valid");
  expect(state("C-1", "2027-01-23")).toBe("soon");
  expect(state("C-1", "2026-11-24")).toBe("soon");
  expect(state("C-1", "2026-11-23")).toBe("expired");
});
