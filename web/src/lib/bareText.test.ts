import { expect, test } from "vitest";
import { agreementIn, bareText, digestOf } from "./bareText";

// The same pairs stand in src/foundation/bare_text_test.cpp.
test("width_white_space_and_marks_that_look_alike_are_one", () => {
  expect(bareText("甲方　向乙方，支付：１，０００元。\n（２０２３年）")).toBe("甲方向乙方,支付:1,000元.(2023年)");
  expect(bareText("“双方”、‘一方’——阿卜杜拉・买买提…")).toBe("\"双方\",'一方'--阿卜杜拉·买买提...");
  expect(bareText("\u2068ئالاقىدار\u2069 \u200Fتەرەپ")).toBe("ئالاقىدارتەرەپ");
  expect(bareText("\uFEFB")).toBe("\u0644\u0627");
  expect(bareText("co\u00ADoperate  A4")).toBe("cooperateA4");
});

test("a_changed_letter_or_digit_changes_the_digest", async () => {
  const digest = await digestOf("支付 1，000 元");
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
  expect(await digestOf("支付1,000元")).toBe(digest);
  expect(await digestOf("支付1,900元")).not.toBe(digest);
});

test("the_text_is_found_in_all_that_was_copied_from_the_paper", () => {
  const copied =
    "人民调解协议书 编号：7\n一、纠纷的主要事实、争议事项以及各方责任\n漏水。\n第 1 页　共 2 页\n文本校验码 3F2A 9C01 77BE D4E8\n二、经调解\n修好。\n五、效力\n本协议";
  expect(agreementIn(copied)).toBe(bareText("一、纠纷的主要事实、争议事项以及各方责任漏水。二、经调解修好。"));
  expect(agreementIn("漏水。")).toBe("漏水.");
});
