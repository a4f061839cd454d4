import { MantineProvider } from "@mantine/core";
import { act, fireEvent, render, screen } from "@testing-library/react";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { beforeAll, expect, test, vi } from "vitest";
import common from "../i18n/zh-CN/common.json";
import { Form } from "./Form";
import { RadioTiles } from "./fields";
import { MultiSelectField, SelectField } from "./pickers";
import { useForm } from "./useForm";

beforeAll(async () => {
  await i18next.use(initReactI18next).init({ lng: "zh-CN", resources: { "zh-CN": { common } }, defaultNS: "common" });
});

const places = ["汇福社区", "云祥社区", "龙尚社区"].map((label, nth) => ({ value: String(nth), label }));

function Request({ send }: { send: () => Promise<void> }) {
  const form = useForm({ initial: { place: null as string | null, methods: [] as string[], way: "" }, send });
  return (
    <Form form={form}>
      <SelectField label="地点" search options={places} {...form.field("place")} />
      <MultiSelectField label="方法" options={places} {...form.field("methods")} />
      <RadioTiles label="方式" options={places} {...form.field("way")} />
      <output>{JSON.stringify(form.values)}</output>
    </Form>
  );
}

function show() {
  const send = vi.fn(() => Promise.resolve());
  render(
    <MantineProvider env="test">
      <Request send={send} />
    </MantineProvider>,
  );
  return { values: () => JSON.parse(screen.getByRole("status").textContent ?? "{}") };
}

const box = (name: string) => screen.getByRole("combobox", { name });
// What is written into a box without the focus is autofill and not typing.
async function type(input: HTMLElement, text: string): Promise<void> {
  await act(async () => input.focus());
  await act(async () => fireEvent.change(input, { target: { value: text } }));
}

/** Presses a key; true when the form may still take it as its own (Enter would send it). */
async function press(input: HTMLElement, key: string, more: object = {}): Promise<boolean> {
  let open = true;
  await act(async () => {
    open = fireEvent.keyDown(input, { key, code: key, ...more });
  });
  return open;
}

test("typing_and_enter_takes_the_first_match_and_sends_nothing", async () => {
  const { values } = show();
  await type(box("地点"), "云祥");
  expect(await press(box("地点"), "Enter")).toBe(false);
  expect(values().place).toBe("1");
});

test("enter_on_what_nothing_fits_neither_takes_nor_sends", async () => {
  const { values } = show();
  await type(box("地点"), "没有这里");
  expect(await press(box("地点"), "Enter")).toBe(false);
  expect(values().place).toBeNull();
});

test("enter_opens_a_list_that_is_shut", async () => {
  show();
  expect(await press(box("地点"), "Enter")).toBe(false);
  expect(await screen.findByRole("listbox", {}, { timeout: 5_000 })).toBeInTheDocument();
});

test("the_arrow_keys_choose_another_match", async () => {
  const { values } = show();
  await act(async () => fireEvent.click(box("地点")));
  await type(box("地点"), "社区");
  await press(box("地点"), "ArrowDown");
  await press(box("地点"), "Enter");
  expect(values().place).toBe("1");
});

test("tab_takes_what_was_found_by_typing_and_nothing_otherwise", async () => {
  const { values } = show();
  await act(async () => fireEvent.click(box("地点")));
  await press(box("地点"), "Tab");
  expect(values().place).toBeNull();
  await type(box("地点"), "龙尚");
  await press(box("地点"), "Tab");
  expect(values().place).toBe("2");
});

test("several_are_taken_one_after_the_other_and_an_empty_box_takes_none", async () => {
  const { values } = show();
  for (const name of ["云祥", "汇福"]) {
    await type(box("方法"), name);
    expect(await press(box("方法"), "Enter")).toBe(false);
  }
  expect(await press(box("方法"), "Enter")).toBe(false);
  expect(values().methods).toEqual(["1", "0"]);
});

test("enter_that_ends_a_composition_belongs_to_the_input_method", async () => {
  const { values } = show();
  await type(box("地点"), "云");
  await press(box("地点"), "Enter", { keyCode: 229 });
  expect(values().place).toBeNull();
});

test("enter_on_a_tile_chooses_it_and_sends_nothing", async () => {
  const { values } = show();
  expect(await press(screen.getAllByRole("radio")[1] as HTMLElement, "Enter")).toBe(false);
  expect(values().way).toBe("1");
});
