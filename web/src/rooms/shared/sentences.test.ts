import { describe, expect, it } from "vitest";
import { filled, grouped, hasGap, type Phrase, refilled, ticked, toggled } from "./sentences";

const gaps = { applicant: "王明", respondent: "李红", place: "汇福社区", amount: "1,200元", date: "12月1日" };

describe("sentences to tick", () => {
  it("fill their gaps from the form", () => {
    expect(filled("{respondent}在{date}前付给{applicant}{amount}。", gaps)).toBe("李红在12月1日前付给王明1,200元。");
  });
  it("go in once and come out again", () => {
    const one = toggled("", "双方都在。", "");
    expect(one).toBe("双方都在。");
    const two = toggled(one, "看了现场。", "");
    expect(two).toBe("双方都在。看了现场。");
    expect(ticked(two, "双方都在。")).toBe(true);
    expect(toggled(two, "双方都在。", "")).toBe("看了现场。");
    expect(toggled(two, "看了现场。", "")).toBe("双方都在。");
  });
  it("say a sum and a day that come after the tick", () => {
    const one: Phrase = {
      key: "pay",
      part: "promise",
      method: null,
      article: null,
      text: "{respondent}在{date}前付给{applicant}{amount}。",
    };
    const open = { ...gaps, amount: "约定的数额", date: "约定的日期" };
    const early = `${toggled("", filled(one.text, open), "")}另外道了歉。`;
    expect(refilled(early, [one], open, gaps)).toBe("李红在12月1日前付给王明1,200元。另外道了歉。");
    expect(refilled("另外道了歉。", [one], open, gaps)).toBe("另外道了歉。");
    expect([hasGap(one.text, "amount"), hasGap(one.text, "place")]).toEqual([true, false]);
  });
  it("leave alone what was typed by hand", () => {
    const typed = "He came at noon.";
    const both = toggled(typed, "Both were there.", " ");
    expect(both).toBe("He came at noon. Both were there.");
    expect(toggled(both, "Both were there.", " ")).toBe(typed);
    const between = toggled(`${both} She cried.`, "Both were there.", " ");
    expect(between).toBe("He came at noon. She cried.");
  });
  it("stand in the order of the record, and those of a method after the talk once it is used", () => {
    const phrase = (key: string, part: Phrase["part"], method: string | null = null): Phrase => ({
      key,
      part,
      method,
      text: key,
      article: null,
    });
    const all = [phrase("result", "result"), phrase("apart", "talk", "back_to_back"), phrase("both", "talk")];
    const keys = (methods: string[]) => grouped(all, methods).map((one) => one.phrases.map((two) => two.key));
    expect(keys([])).toEqual([["both"], ["result"]]);
    expect(keys(["back_to_back"])).toEqual([["both"], ["apart"], ["result"]]);
  });
});
