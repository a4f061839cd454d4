import { MantineProvider } from "@mantine/core";
import { act, fireEvent, render, screen } from "@testing-library/react";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { beforeAll, expect, test, vi } from "vitest";
import common from "../i18n/zh-CN/common.json";
import { Problem } from "../problem";
import { Form, Submit } from "./Form";
import { TextField } from "./fields";
import { pathOf, useForm } from "./useForm";

beforeAll(async () => {
  await i18next.use(initReactI18next).init({ lng: "zh-CN", resources: { "zh-CN": { common } }, defaultNS: "common" });
});

type Send = (values: { parties: { name: string }[] }, key: string) => Promise<string>;

function Request({ send, then }: { send: Send; then?: (answer: string) => void }) {
  const form = useForm({ initial: { parties: [{ name: "" }] }, send, then });
  return (
    <Form form={form}>
      <TextField label="姓名" {...form.field("parties.0.name")} />
      <Submit form={form}>提交</Submit>
    </Form>
  );
}

const show = (send: Send, then?: (answer: string) => void) =>
  render(
    <MantineProvider env="test">
      <Request send={send} then={then} />
    </MantineProvider>,
  );
const submit = () => act(async () => fireEvent.click(screen.getByRole("button", { name: "提交" })));
const wrongName = new Problem({
  status: 422,
  code: "form.invalid",
  problems: [{ at: "/parties/0/name", code: "too_short", detail: "请填写姓名" }],
});

test("a_pointer_becomes_the_path_of_its_field", () => {
  expect(pathOf("/parties/0/name")).toBe("parties.0.name");
  expect(pathOf("/a~1b/c~0d")).toBe("a/b.c~d");
});

test("a_mistake_is_told_at_its_field_and_in_the_summary_which_takes_the_focus", async () => {
  show(() => Promise.reject(wrongName));
  await submit();
  expect(screen.getByLabelText("姓名")).toHaveAttribute("aria-invalid", "true");
  expect(screen.getByRole("alert")).toHaveFocus();
  fireEvent.click(screen.getByRole("button", { name: "姓名：请填写姓名" }));
  expect(screen.getByLabelText("姓名")).toHaveFocus();
});

test("a_mistake_goes_away_when_its_field_is_mended", async () => {
  show(() => Promise.reject(wrongName));
  await submit();
  fireEvent.change(screen.getByLabelText("姓名"), { target: { value: "张某" } });
  expect(screen.queryByRole("alert")).toBeNull();
});

test("a_repeat_of_the_same_content_keeps_its_key_and_other_content_gets_another", async () => {
  const send = vi.fn<Send>(() => Promise.reject(new Problem({ status: 503, code: "busy" })));
  show(send);
  await submit();
  await submit();
  fireEvent.change(screen.getByLabelText("姓名"), { target: { value: "张某" } });
  await submit();
  const [first, second, third] = send.mock.calls.map(([, key]) => key);
  expect(first).toBe(second);
  expect(third).not.toBe(first);
});

test("two_clicks_send_once", async () => {
  let answer: (said: string) => void = () => {};
  const send = vi.fn<Send>(() => new Promise((resolve) => (answer = resolve)));
  const then = vi.fn();
  show(send, then);
  await submit();
  await submit();
  await act(async () => answer("done"));
  expect(send).toHaveBeenCalledTimes(1);
  expect(then).toHaveBeenCalledWith("done");
});
