import { expect, test } from "vitest";
import { dayTyped, timeTyped } from "./typed";

test("a_day_is_understood_in_every_common_way", () => {
  for (const text of ["2023-10-27", "2023/10/27", "2023.10.27", "20231027", "2023年10月27日"])
    expect(dayTyped(text)).toBe("2023-10-27");
  expect(dayTyped("2023年1月7日")).toBe("2023-01-07");
});

test("an_impossible_day_is_not_moved_to_another", () => {
  for (const text of ["2023-02-29", "2023-13-01", "2023107", "tomorrow", ""]) expect(dayTyped(text)).toBeNull();
});

test("a_time_is_understood_in_every_common_way", () => {
  for (const text of ["9:05", "0905", "09.05", "9：05", "9时05分"]) expect(timeTyped(text)).toBe("09:05");
  expect(timeTyped("14")).toBe("14:00");
  for (const text of ["24:00", "9:60", "soon"]) expect(timeTyped(text)).toBeNull();
});
