import { describe, expect, test } from "vitest";
import { capitalMoney, fenFromYuan, yuanFromFen } from "./money";

describe("money", () => {
  test("yuan_typed_in_any_common_way_become_fen", () => {
    expect(fenFromYuan("1,800.5")).toBe(180050);
    expect(fenFromYuan("１８００")).toBe(180000);
    expect(fenFromYuan("¥ 0.01 元")).toBe(1);
    expect(fenFromYuan("")).toBeNull();
  });

  test("what_is_not_an_amount_is_not_guessed", () => {
    for (const text of ["-1", "1.234", "abc", "1.2.3", "1e5"]) expect(fenFromYuan(text)).toBeNaN();
  });

  test("fen_are_shown_as_yuan_without_needless_decimals", () => {
    expect(yuanFromFen(180000)).toBe("1800");
    expect(yuanFromFen(5)).toBe("0.05");
  });

  test.each([
    [0, "零元整"],
    [180000, "壹仟捌佰元整"],
    [180050, "壹仟捌佰元伍角整"],
    [180005, "壹仟捌佰元零伍分"],
    [5, "伍分"],
    [50, "伍角整"],
    [10050000, "壹拾万零伍佰元整"],
    [1010000000, "壹仟零壹拾万元整"],
    [10000010000, "壹亿零壹佰元整"],
    [10050010000, "壹亿零伍拾万零壹佰元整"],
    [2018030, "贰万零壹佰捌拾元叁角整"],
    [500100000000, "伍拾亿零壹佰万元整"],
    [1000000, "壹万元整"],
    [1000100, "壹万零壹元整"],
    [10100000, "壹拾万壹仟元整"],
    [10000000000, "壹亿元整"],
    [10000000100, "壹亿零壹元整"],
    [100500000, "壹佰万伍仟元整"],
    [10000000000000, "壹仟亿元整"],
  ])("%d_fen_in_capitals", (fen, text) => {
    expect(capitalMoney(fen)).toBe(text);
  });
});
