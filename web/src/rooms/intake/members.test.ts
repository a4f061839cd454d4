import { expect, test } from "vitest";
import { membersIn } from "./members";

const plain = { representative: false, authorised: false };

test("a_pasted_list_is_read_in_every_common_way", () => {
  const wanted = [{ name: "李甲", phone: "13800000001", claim: 480000, ...plain }];
  for (const line of [
    "李甲,13800000001,4800",
    "李甲\t138 0000 0001\t4,800元",
    "1、李甲、13800000001、4800",
    "李甲，13800000001，4800",
  ])
    expect(membersIn(line).map((one) => one.name)).toEqual(["李甲"]);
  expect(membersIn("李甲,13800000001,4800")).toEqual(wanted);
  expect(membersIn("李甲 13800000001 4800")).toEqual(wanted);
});

test("a_heading_and_empty_lines_are_passed_over", () => {
  expect(membersIn("姓名,电话,金额\n\n李甲\n王乙,,300").map((one) => [one.name, one.claim])).toEqual([
    ["李甲", null],
    ["王乙", 30000],
  ]);
});

test("a_comma_within_a_sum_separates_nothing", () => {
  const claims = (line: string) => membersIn(line).map((one) => [one.phone, one.claim]);
  expect(claims("王乙，13800002052，3,200元")).toEqual([["13800002052", 320000]]);
  expect(claims("王乙,13800002052,1,003,200.50")).toEqual([["13800002052", 100320050]]);
  expect(claims("王乙,13800002052,480")).toEqual([["13800002052", 48000]]);
  expect(claims("王乙\t138 0000 2052\t4,800元")).toEqual([["13800002052", 480000]]);
});
