import { act, renderHook } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { dropEverything } from "../../lib/kept";
import type { FormFields } from "./shapes";
import { useFilling } from "./useFilling";

const tell = vi.hoisted(() => vi.fn());
vi.mock("../../lib/server", () => ({ tell }));
vi.mock("react-i18next", () => ({ useTranslation: () => ({ t: (key: string) => key }) }));

const field = (key: string, text: string) => ({ section: "", row: "", key, text, name: key, about: "", lines: false });
const paper = (version: number, texts: Record<string, string>) =>
  ({
    form: "power_of_attorney",
    subject: "06AF8Z1Q00001",
    version,
    fields: Object.entries(texts).map(([key, text]) => field(key, text)),
    rows: [],
    changes: [],
  }) as unknown as FormFields;

const open = (data: FormFields, then = () => {}) => renderHook(() => useFilling("d1", data, async () => data, then));
type Opened = ReturnType<typeof open>["result"];
const type = (result: Opened, at: number, text: string) =>
  act(async () => result.current.form.field(`values.${at}.text`).onChange(text as never));
const texts = (result: Opened) => result.current.form.values.values.map((cell) => cell.text);

beforeEach(() => {
  dropEverything();
  tell.mockReset().mockResolvedValue({});
});

test("a_look_at_the_paper_loses_no_cell", async () => {
  const first = open(paper(3, { deputy: "", powers: "" }));
  await type(first.result, 0, "王律师");
  first.unmount();
  const { result } = open(paper(3, { deputy: "", powers: "" }));
  expect(texts(result)).toEqual(["王律师", ""]);
  expect(result.current.form.restored).toBe(true);
});

test("words_put_back_meet_what_others_filled_in_while_one_was_away", async () => {
  const first = open(paper(3, { deputy: "", powers: "" }));
  await type(first.result, 0, "王律师");
  first.unmount();
  const { result } = open(paper(4, { deputy: "", powers: "代为和解" }));
  expect(texts(result)).toEqual(["王律师", "代为和解"]);
  expect(result.current.meeting?.taken.map((one) => one.theirs)).toEqual(["代为和解"]);
  await act(() => result.current.form.submit());
  expect(tell.mock.calls[0]?.[1].values).toMatchObject([{ key: "deputy", text: "王律师" }]);
  expect(tell.mock.calls[0]?.[2].version).toBe(4);
});

test("what_is_discarded_or_sent_comes_back_no_more", async () => {
  const first = open(paper(3, { deputy: "" }));
  await type(first.result, 0, "王律师");
  first.unmount();
  const second = open(paper(4, { deputy: "李律师" }));
  expect(second.result.current.meeting?.both).toHaveLength(1);
  await act(async () => second.result.current.form.discard());
  expect(texts(second.result)).toEqual(["李律师"]);
  expect(second.result.current.meeting).toBeNull();
  await type(second.result, 0, "张律师");
  await act(() => second.result.current.form.submit());
  second.unmount();
  expect(texts(open(paper(5, { deputy: "张律师" })).result)).toEqual(["张律师"]);
});
