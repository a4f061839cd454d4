import { expect, test } from "vitest";
import { firstDue, instalments, monthsLater, mostParts, split } from "./instalments";

const sum = (parts: { amount: number }[]) => parts.reduce((so, one) => so + one.amount, 0);

test("the_parts_make_the_whole_to_the_fen_and_the_rest_is_in_the_last", () => {
  expect(instalments(100_000, 3, "2023-12-15")).toEqual([
    { amount: 33_333, due: "2023-12-15" },
    { amount: 33_333, due: "2024-01-15" },
    { amount: 33_334, due: "2024-02-15" },
  ]);
  for (const amount of [2, 199, 1_800_00, 99_999_999, 123_456_789])
    for (const parts of [2, 3, 7, 12, 36, mostParts])
      if (amount >= parts) {
        const all = instalments(amount, parts, "2023-12-15");
        expect(all).toHaveLength(parts);
        expect(sum(all)).toBe(amount);
        expect(all.every((one) => one.amount > 0)).toBe(true);
      }
});

test("each_falls_due_on_the_same_day_of_its_month_or_on_the_last_one", () => {
  expect(instalments(400, 4, "2023-12-31").map((one) => one.due)).toEqual([
    "2023-12-31",
    "2024-01-31",
    "2024-02-29",
    "2024-03-31",
  ]);
  expect(monthsLater("2023-01-30", 1)).toBe("2023-02-28");
  expect(monthsLater("2023-11-05", 14)).toBe("2025-01-05");
});

test("a_promise_is_due_from_the_day_it_was_agreed_on_or_as_the_draft_had_it", () => {
  expect(firstDue("2023-11-19", null, [])).toBe("2023-11-19");
  expect(firstDue("2023-11-20", "2023-11-15", ["2023-11-15"])).toBe("2023-11-15");
  expect(firstDue("2023-11-20", "2023-11-16", ["2023-11-15"])).toBe("2023-11-20");
  expect(firstDue("2023-11-20", "2023-12-01", ["2023-12-01"])).toBe("2023-11-20");
});

test("what_cannot_be_split_stays_one_row", () => {
  for (const [amount, parts, first] of [
    [null, 3, "2023-12-15"],
    [0, 3, "2023-12-15"],
    [100, null, "2023-12-15"],
    [100, 1, "2023-12-15"],
    [100, 2.5, "2023-12-15"],
    [100, mostParts + 1, "2023-12-15"],
    [100, 3, null],
    [2, 3, "2023-12-15"],
  ] as const)
    expect(instalments(amount, parts, first)).toEqual([]);
});

test("who_owes_whom_what_how_and_whereto_is_the_same_in_every_part", () => {
  const row = { from: "A", to: "B", what: "修理费", manner: "transfer", amount: 1000, due: null, account: "622" };
  const all = split(row, 3, "2023-12-15");
  expect(all.map(({ from, to, what, manner, account }) => ({ from, to, what, manner, account }))).toEqual(
    Array(3).fill({ from: "A", to: "B", what: "修理费", manner: "transfer", account: "622" }),
  );
  expect(sum(all as { amount: number }[])).toBe(1000);
  expect(split(row, 1, "2023-12-15")).toEqual([row]);
});
