import { expect, test } from "vitest";
import { kindCounts, slices } from "./days";
import type { DayList } from "./shapes";

const list: DayList = {
  from: "2023-11-01",
  until: "2023-11-04",
  days: [
    { day: "2023-11-04", times: 3, kinds: [{ kind: "sign_in", kind_name: "登录", times: 3 }] },
    {
      day: "2023-11-02",
      times: 5,
      kinds: [
        { kind: "exported", kind_name: "导出", times: 4 },
        { kind: "sign_in", kind_name: "登录", times: 1 },
      ],
    },
  ],
};

test("every_day_has_a_bar_whether_or_not_anything_happened", () => {
  expect(slices(list).map((one) => one.times)).toEqual([0, 5, 0, 3]);
  expect(slices(list)[1]).toEqual({ from: "2023-11-02", until: "2023-11-02", times: 5 });
});

test("many_days_become_weeks_and_the_last_one_ends_with_the_last_day", () => {
  const bars = slices({ ...list, until: "2024-01-30" });
  expect(bars[0]).toEqual({ from: "2023-11-01", until: "2023-11-07", times: 8 });
  expect(bars.at(-1)?.until).toBe("2024-01-30");
});

test("kinds_are_counted_over_all_days", () => {
  expect(kindCounts(list).map((one) => [one.kind, one.times])).toEqual([
    ["sign_in", 4],
    ["exported", 4],
  ]);
});
