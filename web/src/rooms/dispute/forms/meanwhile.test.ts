import { describe, expect, it } from "vitest";
import { concerned, mergeable, merged } from "./meanwhile";
import type { Plan } from "./plan";

const field = (name: string) => ({ name, start: () => "", Show: () => null });
const plan = { fields: ["facts", "terms", "parties"].map(field) } as unknown as Plan;

describe("a form whose file was changed by somebody else", () => {
  it("takes over what the other changed alone", () => {
    const base = { facts: "a", terms: "b", parties: ["1"] };
    expect(concerned(plan, base, { ...base, terms: "c" }, base)).toEqual({ taken: ["terms"], both: [] });
  });
  it("leaves what I changed alone", () => {
    const base = { facts: "a", terms: "b", parties: ["1"] };
    expect(concerned(plan, base, base, { ...base, terms: "mine" })).toEqual({ taken: [], both: [] });
  });
  it("asks about what both changed, unless they agree", () => {
    const base = { facts: "a", terms: "b", parties: ["1"] };
    const mine = { ...base, terms: "mine", facts: "same" };
    expect(concerned(plan, base, { ...base, terms: "theirs", facts: "same" }, mine)).toEqual({
      taken: [],
      both: ["terms"],
    });
  });
  it("reads nothing out of an empty field of a form that begins empty", () => {
    const empty = { ...plan, now: () => ({}) } as Plan;
    const base = { facts: "a", terms: "b", parties: [] };
    const mine = { facts: "", terms: "mine", parties: [] };
    expect(concerned(empty, base, { facts: "c", terms: "d", parties: [] }, mine)).toEqual({
      taken: ["facts"],
      both: ["terms"],
    });
  });
});

describe("two versions of one value", () => {
  it("become one text with both, or the longer that holds the other", () => {
    expect(merged("water", "mould")).toBe("water\nmould");
    expect(merged("water and mould", "mould")).toBe("water and mould");
    expect(merged("water", "water, twice")).toBe("water, twice");
  });
  it("become one list without doubles", () => {
    expect(merged(["a", "b"], ["b", "c"])).toEqual(["a", "b", "c"]);
  });
  it("cannot be one where they are no texts and no lists", () => {
    expect(mergeable("text", "a", "b")).toBe(true);
    expect(mergeable({ enumeration: "grade" }, "major", "complex")).toBe(false);
    expect(mergeable("money", 1, 2)).toBe(false);
    expect(mergeable("names", ["a"], ["b"])).toBe(true);
  });
});
