import { expect, test } from "vitest";
import { dangersIn } from "./danger";

test("words_of_violence_and_self_harm_bring_help_first", () => {
  expect(dangersIn("他拿刀追我")).toEqual(["violence"]);
  expect(dangersIn("我真的不想活了")).toEqual(["self_harm"]);
  expect(dangersIn("He said he would kill me, I want to die")).toEqual(["violence", "self_harm"]);
});

test("an_ordinary_quarrel_brings_no_alarm", () => {
  expect(dangersIn("楼上卫生间漏水，墙面泡坏了，找过两次没谈成")).toEqual([]);
});
