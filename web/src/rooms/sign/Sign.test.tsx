import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen } from "@testing-library/react";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { beforeAll, expect, test, vi } from "vitest";
import common from "../../i18n/zh-CN/common.json";
import sign from "../../i18n/zh-CN/sign.json";
import { Problem } from "../../problem";
import { Kit } from "../../test/kit";
import { Signing } from "./Sign";
import { SignaturePad } from "./SignaturePad";
import { type Strokes, written } from "./strokes";

const tell = vi.hoisted(() => vi.fn());
vi.mock("../../lib/server", () => ({ tell }));

beforeAll(async () => {
  const words = { common, sign };
  await i18next
    .use(initReactI18next)
    .init({ lng: "zh-CN", resources: { "zh-CN": words, en: words }, defaultNS: "common" });
  window.scrollTo = () => {};
  HTMLCanvasElement.prototype.getContext = () => null;
  HTMLCanvasElement.prototype.setPointerCapture = () => {};
  HTMLCanvasElement.prototype.getBoundingClientRect = () => ({ left: 0, top: 0, width: 600, height: 200 }) as DOMRect;
});

const page = (text: string) => ({
  state: "open",
  text,
  my_name: "李秀兰",
  signs_as: [{ as: "self", as_name: "本人", name: "李秀兰" }],
  i_promise: [],
  i_get: [],
  among_others: [],
  clauses: [],
  others: [],
});

const open = () =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Kit>
        <Signing door={{ token: "T" }}>{(_title, content) => content}</Signing>
      </Kit>
    </QueryClientProvider>,
  );
const name = () => screen.findByLabelText(sign.type);
const typeName = async (text: string) => fireEvent.change(await name(), { target: { value: text } });
// An answer is told a moment after it has come.
const settled = () => act(() => new Promise<void>((resolve) => setTimeout(resolve, 20)));

test("another_language_takes_no_word_from_who_is_signing", async () => {
  let answer: (page: object) => void = () => {};
  tell.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
  open();
  await act(async () => answer(page("one")));
  await typeName("李秀兰");
  await act(() => i18next.changeLanguage("en"));
  await settled();
  expect(await name()).toHaveValue("李秀兰");
  await act(async () => answer(page("one")));
  await settled();
  expect(await name()).toHaveValue("李秀兰");
  await act(() => i18next.changeLanguage("zh-CN"));
});

test("another_text_begins_the_signature_anew_and_keeps_the_reason_of_who_does_not_agree", async () => {
  let text = "one";
  tell.mockImplementation(async (path: string) => {
    if (path === "/signing") return page(text);
    text = "two";
    throw new Problem({ status: 409, code: "signing.text_changed" });
  });
  open();
  const press = (name: string) =>
    act(async () => fireEvent.click(screen.getAllByText(name, { selector: "button *" }).at(-1)!));
  await typeName("李秀兰");
  await press(sign.decline.verb);
  fireEvent.change(screen.getByLabelText(new RegExp(sign.decline.reason)), { target: { value: "金额不对" } });
  await press(sign.decline.send);
  await settled();
  expect(await name()).toHaveValue("");
  await press(sign.decline.verb);
  expect(screen.getByLabelText(new RegExp(sign.decline.reason))).toHaveValue("金额不对");
});

test("a_quick_hand_loses_no_dot_and_a_second_finger_draws_nothing", () => {
  const put = vi.fn<(strokes: Strokes) => void>();
  render(
    <Kit>
      <SignaturePad id="pad" value={[]} onChange={put} />
    </Kit>,
  );
  const pad = screen.getByRole("img");
  act(() => {
    fireEvent.pointerDown(pad, { pointerId: 1, clientX: 1, clientY: 1 });
    fireEvent.pointerMove(pad, { pointerId: 1, clientX: 2, clientY: 2 });
    fireEvent.pointerDown(pad, { pointerId: 2, clientX: 90, clientY: 90 });
    fireEvent.pointerMove(pad, { pointerId: 2, clientX: 91, clientY: 91 });
    fireEvent.pointerUp(pad, { pointerId: 2 });
    fireEvent.pointerMove(pad, { pointerId: 1, clientX: 3, clientY: 3 });
  });
  expect(written(put.mock.lastCall?.[0] ?? [])).toBe("1,1 2,2 3,3");
});
