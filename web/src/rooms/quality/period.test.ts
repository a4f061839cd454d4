import { expect, test } from "vitest";
import { lastMonth } from "./period";

test("the month before, over the turn of the year and of the day in Beijing", () => {
  expect(lastMonth(new Date("2023-11-20T01:00:00Z"))).toEqual({ first: "2023-10-01", last: "2023-10-31" });
  expect(lastMonth(new Date("2024-01-05T00:00:00Z"))).toEqual({ first: "2023-12-01", last: "2023-12-31" });
  expect(lastMonth(new Date("2023-11-30T17:00:00Z"))).toEqual({ first: "2023-11-01", last: "2023-11-30" });
});
