import { expect, test } from "vitest";
import { agreedFor, divided, groupsIn, promisedTo, sharesBody } from "./shares";
import type { FileView } from "./types";

const row = (to: string, amount: number | null, manner = "transfer", from = "firm") => ({ from, to, manner, amount });

test("what_is_promised_to_a_group_is_the_sum_of_all_its_instalments_in_money", () => {
  expect(promisedTo("crew", [row("crew", 100), row("crew", 200), row("other", 50), row("crew", 7, "repair")])).toBe(
    300,
  );
  expect(promisedTo("crew", [row("other", 80, "cash", "crew")])).toBe(80);
  expect(promisedTo("crew", [])).toBe(0);
});

test("shares_follow_the_claims_and_make_the_whole_to_the_cent", () => {
  expect(divided(1000, [300, 300, 400])).toEqual([300, 300, 400]);
  expect(divided(500, [300, 300, 400])).toEqual([150, 150, 200]);
  expect(divided(100, [1, 1, 1])).toEqual([34, 33, 33]);
  expect(divided(100, [900, null, 100])).toEqual([34, 33, 33]);
});

test("who_has_no_sum_is_left_out_of_what_is_sent", () => {
  const shares = [
    { member: "a", amount: 10 },
    { member: "b", amount: null },
  ];
  expect(sharesBody([{ party: "crew", shares, why: " " }], ["crew"])).toEqual([
    { party: "crew", shares: [{ member: "a", amount: 10 }] },
  ]);
  expect(sharesBody([{ party: "crew", shares, why: "travel" }], ["other"])).toEqual([]);
  expect(sharesBody([{ party: "crew", shares: [], why: "travel" }], ["crew"])).toEqual([]);
});

test("a_group_has_two_members_who_are_there_and_the_newest_agreement_counts", () => {
  const member = (id: string, left = false) => ({ id, left });
  const agreement = (amount: number) => ({ shares: [{ party: "crew", shares: [{ member: "a", amount }], why: null }] });
  const file = {
    dispute: {
      parties: [
        { id: "crew", members: [member("a"), member("b"), member("c", true)] },
        { id: "pair", members: [member("d"), member("e", true)] },
      ],
      agreements: [agreement(10), agreement(20), { shares: [] }],
    },
  } as unknown as FileView;
  expect(groupsIn(file, ["crew", "pair"]).map((one) => one.id)).toEqual(["crew"]);
  expect(agreedFor(file, "a")).toBe(20);
  expect(agreedFor(file, "b")).toBe(null);
});
