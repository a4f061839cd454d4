import { expect, test } from "vitest";
import { inThreeWorkingDays, soon } from "./forms/CallBoxes";
import { fenOf, ladders } from "./ladder";
import { answersIn, inForce } from "./safety";
import type { FileView, Protection, VaultSlip } from "./types";

const none = "0000000000000";
let count = 0;

function slip(party: string, kind: VaultSlip["kind"], amount: number | null, issue = "wall"): VaultSlip {
  count += 1;
  return {
    id: `s${String(count).padStart(3, "0")}`,
    party,
    kind,
    issue,
    words: "…",
    amount: amount === null ? null : String(amount),
    at: `2023-11-20T08:${String(count).padStart(2, "0")}:00Z`,
    by: none,
    owner_agreed_at: null,
    agreed_by: "in_person",
    released_at: null,
    released_by: none,
    released: null,
  };
}

function file(vault: VaultSlip[], issues = ["wall"], sides = ["applicant", "respondent"]): FileView {
  const dispute = {
    parties: sides.map((side, nth) => ({ id: "abc"[nth], side, left: false })),
    room: { issues: issues.map((id) => ({ id, title: id })), vault, calls: [], checks: [], protections: [] },
  };
  return { dispute } as unknown as FileView;
}

const only = (vault: VaultSlip[], issues?: string[], sides?: string[]) => ladders(file(vault, issues, sides))[0]!;

test("the latest offer of each side stands, with how far it moved", () => {
  const { latest, gap, steps } = only([
    slip("a", "offer", 500_000),
    slip("b", "offer", 100_000),
    slip("a", "offer", 380_000),
  ]);
  expect(latest.map((one) => [one.party, one.fen, one.moved])).toEqual([
    ["a", 380_000, -120_000],
    ["b", 100_000, null],
  ]);
  expect(gap).toBe(280_000);
  expect(steps).toHaveLength(3);
});

test("there is no gap with one offer, nor with three sides", () => {
  expect(only([slip("a", "offer", 500_000)]).gap).toBeNull();
  const three = ["applicant", "respondent", "respondent"];
  const offers = [slip("a", "offer", 3), slip("b", "offer", 2), slip("c", "offer", 1)];
  expect(only(offers, undefined, three).gap).toBeNull();
});

test("an offer without money has no rung, and is told all the same", () => {
  const { latest, other } = only([slip("b", "offer", null)]);
  expect(latest).toHaveLength(0);
  expect(other).toHaveLength(1);
  expect(fenOf({ amount: null })).toBeNull();
});

test("bottom lines meet when the payer's most reaches the other's least", () => {
  const offers = [slip("a", "offer", 500_000), slip("b", "offer", 100_000)];
  const meet = only([...offers, slip("a", "bottom_line", 250_000), slip("b", "bottom_line", 300_000)]);
  expect([meet.overlap, meet.room]).toEqual(["meet", 50_000]);
  const apart = only([...offers, slip("a", "bottom_line", 320_000), slip("b", "bottom_line", 300_000)]);
  expect([apart.overlap, apart.room]).toEqual(["apart", 20_000]);
  expect(only([...offers, slip("a", "bottom_line", 1)]).overlap).toBe("unknown");
});

test("whoever asked for more at first receives, also when it is the respondent", () => {
  const offers = [slip("a", "offer", 100_000), slip("b", "offer", 500_000)];
  const lines = [slip("a", "bottom_line", 300_000), slip("b", "bottom_line", 250_000)];
  expect(only([...offers, ...lines]).overlap).toBe("meet");
  // Without offers the applicant receives.
  expect(only(lines).overlap).toBe("apart");
});

test("a bottom line without an issue counts where there is one issue only", () => {
  const lines = [slip("a", "bottom_line", 1, none), slip("b", "bottom_line", 2, none)];
  expect(only(lines).overlap).toBe("meet");
  expect(only(lines, ["wall", "noise"]).overlap).toBe("unknown");
});

test("the answers of a checklist are keys, then words", () => {
  expect(answersIn(null)).toBeNull();
  expect(answersIn("-")).toEqual({ yes: [], words: "" });
  expect(answersIn("threat,violence\n怕他喝酒\n回家")).toEqual({
    yes: ["threat", "violence"],
    words: "怕他喝酒\n回家",
  });
});

test("an order is in force from its first day to its last", () => {
  const order = { from: "2023-11-01", until: "2023-11-20" } as Protection;
  expect(inForce(order, "2023-10-31")).toBe(false);
  expect(inForce(order, "2023-11-20")).toBe(true);
  expect(inForce(order, "2023-11-21")).toBe(false);
  expect(inForce({ ...order, until: null }, "2030-01-01")).toBe(true);
});

test("half an hour from now, and three working days over a weekend", () => {
  const thursday = Date.parse("2023-11-23T10:02:10+08:00");
  expect(soon(thursday)).toBe("2023-11-23T02:35:00.000Z");
  expect(inThreeWorkingDays(thursday)).toBe("2023-11-28T10:00:00.000Z");
});
