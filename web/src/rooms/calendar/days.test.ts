import { expect, test } from "vitest";
import { dayIn, minuteOfTime, mondayOf, plusDays, timeOfMinute } from "./days";

test("a_week_begins_on_monday", () => {
  expect(mondayOf("2023-11-20")).toBe("2023-11-20");
  expect(mondayOf("2023-11-26")).toBe("2023-11-20");
  expect(mondayOf("2024-03-01")).toBe("2024-02-26");
});

test("days_are_counted_over_months_and_leap_days", () => {
  expect(plusDays("2024-02-28", 1)).toBe("2024-02-29");
  expect(plusDays("2023-12-31", 1)).toBe("2024-01-01");
  expect(plusDays("2023-11-20", -7)).toBe("2023-11-13");
});

test("an_address_bears_a_real_day_or_none", () => {
  expect(dayIn("2023-11-20")).toBe("2023-11-20");
  for (const other of [null, "", "tomorrow", "2023-13-01", "2023-02-30", "2023-1-1"]) expect(dayIn(other)).toBeNull();
});

test("times_of_day_are_minutes_after_midnight", () => {
  expect(timeOfMinute(630)).toBe("10:30");
  expect(timeOfMinute(0)).toBe("00:00");
  expect(minuteOfTime("10:30")).toBe(630);
  expect(minuteOfTime("24:00")).toBe(1440);
  for (const other of ["", "25:00", "10:61", "half past ten"]) expect(minuteOfTime(other)).toBeNull();
});
