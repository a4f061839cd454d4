import { MantineProvider } from "@mantine/core";
import { act, fireEvent, render, screen } from "@testing-library/react";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { createMemoryRouter, RouterProvider } from "react-router";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import common from "../i18n/zh-CN/common.json";
import { type Action, useActions } from "../lib/actions";
import { offerSearch } from "../lib/palette";
import { forgetRecent, remember } from "../lib/recent";
import { CommandPalette, openPalette } from "./CommandPalette";

beforeAll(async () => {
  await i18next.use(initReactI18next).init({ lng: "zh-CN", resources: { "zh-CN": { common } }, defaultNS: "common" });
});

let withdraw = () => {};
afterEach(() => {
  withdraw();
  forgetRecent();
});

const registered: Action[] = [{ id: "register", label: "登记纠纷", keys: "c", run: vi.fn() }];

function Shell() {
  useActions(registered);
  return <CommandPalette placeholder="找" />;
}

function show(found: (query: string) => Promise<string[]> = () => Promise.resolve([])) {
  const seek = vi.fn(async (query: string) => ({
    label: "纠纷",
    entries: (await found(query)).map((label) => ({ label, to: `/desk/disputes/${label}` })),
  }));
  withdraw = offerSearch("test", seek);
  const router = createMemoryRouter([{ path: "*", Component: Shell }]);
  render(
    <MantineProvider env="test">
      <RouterProvider router={router} />
    </MantineProvider>,
  );
  act(openPalette);
  return { seek, router, box: screen.getByRole("combobox") };
}

const type = (box: HTMLElement, text: string) => act(async () => fireEvent.change(box, { target: { value: text } }));
const press = (box: HTMLElement, key: string) => act(async () => fireEvent.keyDown(box, { key, code: key }));

test("typing_asks_once_and_enter_opens_the_first_found", async () => {
  const { seek, router, box } = show(() => Promise.resolve(["118", "1180"]));
  for (const typed of ["1", "11", "118"]) await type(box, typed);
  await screen.findByRole("option", { name: /1180/ });
  expect(seek).toHaveBeenCalledTimes(1);
  await press(box, "Enter");
  expect(router.state.location.pathname).toBe("/desk/disputes/118");
});

test("the_arrows_choose_and_the_box_says_which", async () => {
  const { router, box } = show(() => Promise.resolve(["118", "1180"]));
  await type(box, "118");
  const second = await screen.findByRole("option", { name: /1180/ });
  await press(box, "ArrowDown");
  expect(second).toHaveAttribute("aria-selected", "true");
  expect(box).toHaveAttribute("aria-activedescendant", second.id);
  await press(box, "Enter");
  expect(router.state.location.pathname).toBe("/desk/disputes/1180");
});

test("enter_before_the_answer_waits_for_it", async () => {
  let tell: (found: string[]) => void = () => {};
  const { router, box } = show(() => new Promise((resolve) => (tell = resolve)));
  await type(box, "登记");
  await press(box, "Enter");
  expect(router.state.location.pathname).toBe("/");
  await act(() => new Promise((resolve) => setTimeout(resolve, 200)));
  await act(async () => tell(["7"]));
  expect(router.state.location.pathname).toBe("/desk/disputes/7");
});

test("with_nothing_typed_it_shows_what_was_opened_lately_and_keeps_it_nowhere", async () => {
  remember({ to: "/desk/disputes/1", label: "第1号", detail: "甲 / 乙" });
  remember({ to: "/desk/disputes/2", label: "第2号" });
  remember({ to: "/desk/disputes/1", label: "第1号", detail: "甲 / 乙" });
  show();
  expect(screen.getAllByRole("option").map((one) => one.textContent)).toEqual(["第1号甲 / 乙", "第2号", "登记纠纷C"]);
  expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain("甲");
});

test("what_nothing_fits_is_said_and_enter_does_nothing", async () => {
  const { router, box } = show();
  await type(box, "没有");
  await screen.findByText(common.palette.nothing);
  await press(box, "Enter");
  expect(router.state.location.pathname).toBe("/");
});
