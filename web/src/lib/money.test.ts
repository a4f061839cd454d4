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
    [0, "人民币零元整"],
    [180000, "人民币壹仟捌佰元整"],
    [180050, "人民币壹仟捌佰元伍角整"],
    [180005, "人民币壹仟捌佰元零伍分"],
    [5, "人民币伍分"],
    [1000000, "人民币壹万元整"],
    [1000100, "人民币壹万零壹元整"],
    [10100000, "人民币壹拾万壹仟元整"],
    [10000000000, "人民币壹亿元整"],
    [10000000100, "人民币壹亿零壹元整"],
    [100500000, "人民币壹佰万零伍仟元整"],
    [10000000000000, "人民币壹仟亿元整"],
  ])("%d_fen_in_capitals", (fen, text) => {
    expect(capitalMoney(fen)).toBe(text);
  });
});
