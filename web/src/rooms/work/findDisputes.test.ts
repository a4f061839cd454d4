import i18next from "i18next";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import common from "../../i18n/zh-CN/common.json";
import { ask } from "../../lib/server";
import { findDisputes, shortNumber } from "./findDisputes";

vi.mock("../../lib/server", () => ({ ask: vi.fn() }));
beforeAll(async () => {
  await i18next.init({ lng: "zh-CN", resources: { "zh-CN": { common } }, defaultNS: "common" });
});

const asked = vi.mocked(ask);
afterEach(() => asked.mockReset());

const line = (id: string) => ({ id, number: id, parties: "甲 / 乙", kind_name: "邻里纠纷", stage_name: "调解中" });
const answer = (...ids: string[]) => Promise.resolve({ disputes: ids.map(line) });
const never = new AbortController().signal;

test("digits_alone_are_a_short_number_in_whatever_width", () => {
  expect(shortNumber(" 118 ")).toBe(118);
  expect(shortNumber("１１８")).toBe(118);
  expect(shortNumber("043")).toBe(43);
  for (const other of ["", "0", "第118号", "张三", "13800002046"]) expect(shortNumber(other)).toBeNull();
});

test("what_bears_the_very_number_stands_first_and_nothing_stands_twice", async () => {
  asked.mockImplementation(((_path: string, query: object) =>
    "short_number" in query ? answer("018") : answer("180", "018", "118")) as typeof ask);
  const { entries } = await findDisputes("18", never);
  expect(entries.map((one) => one.label)).toEqual(["018", "180", "118"]);
  expect(entries[0]?.to).toBe("/desk/disputes/018");
});

test("eight_at_most_are_asked_for_and_shown", async () => {
  asked.mockImplementation((() => answer(..."abcdefgh")) as unknown as typeof ask);
  const { entries } = await findDisputes("顾", never);
  expect(entries).toHaveLength(8);
  expect(asked).toHaveBeenCalledTimes(1);
  expect(asked.mock.calls[0]?.[1]).toEqual({ q: "顾", limit: 8 });
});
