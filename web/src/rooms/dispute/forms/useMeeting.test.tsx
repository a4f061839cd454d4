import { act, renderHook } from "@testing-library/react";
import { useRef, useState } from "react";
import { beforeEach, expect, test } from "vitest";
import { dropEverything } from "../../../lib/kept";
import { useForm } from "../../../ui/useForm";
import type { FileView } from "../types";
import { startOf } from "./meanwhile";
import type { Plan, Values } from "./plan";
import { useBase, useMeeting } from "./useMeeting";

const plan = {
  fields: ["words", "place"].map((name) => ({ name, start: (file: Values) => file[name] ?? "" })),
} as unknown as Plan;

const fileAt = (version: number, words: string, place = "") => ({ version, words, place }) as unknown as FileView;

function useDeed({ file }: { file: FileView }) {
  const draft = "d1 mediation.noted";
  const place = { plan, file, about: "", draft };
  const begun = useBase(place);
  const behind = useState(begun.base.version !== file.version);
  const form = useForm<Values, unknown>({ initial: startOf(plan, file, ""), draft, send: async () => null });
  const met = useMeeting(place, form, begun, behind, useRef(false));
  return { form, met, version: begun.base.version };
}

const open = (file: FileView) => renderHook(useDeed, { initialProps: { file } });
const type = (form: ReturnType<typeof useForm<Values, unknown>>, words: string) =>
  act(async () => form.field("words").onChange(words as never));

beforeEach(dropEverything);

test("words_that_are_discarded_meet_nothing_any_more", async () => {
  const first = open(fileAt(3, "as it was"));
  await type(first.result.current.form, "mine");
  first.unmount();
  const { result, rerender } = open(fileAt(4, "theirs"));
  expect(result.current.met.open).toEqual(["words"]);
  await act(async () => result.current.form.discard());
  expect(result.current.met.meeting).toBeNull();
  expect(result.current.met.open).toEqual([]);
  expect(result.current.form.values.words).toBe("theirs");
  expect(result.current.version).toBe(4);
  // From there it goes on with the file, as a form does in which nothing was typed.
  rerender({ file: fileAt(5, "theirs again") });
  expect(result.current.form.values.words).toBe("theirs again");
  expect(result.current.version).toBe(5);
});

test("a_discarded_form_goes_on_from_the_newest_file_and_not_from_that_of_its_opening", async () => {
  const { result, rerender } = open(fileAt(3, "as it was"));
  await type(result.current.form, "mine");
  rerender({ file: fileAt(4, "theirs") });
  await act(async () => result.current.form.discard());
  expect(result.current.form.values.words).toBe("theirs");
  expect(result.current.version).toBe(4);
});

test("every_version_that_is_news_is_told", async () => {
  const first = open(fileAt(3, "as it was"));
  await type(first.result.current.form, "mine");
  first.unmount();
  const { result, rerender } = open(fileAt(4, "theirs"));
  rerender({ file: fileAt(5, "theirs again", "hall") });
  expect(result.current.met.meeting?.version).toBe(5);
  expect(result.current.form.values.place).toBe("hall");
});
