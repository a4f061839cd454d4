// On a page that runs from right to left words keep their own direction: jsdom draws nothing, so it is looked
// at where each text stands.
import { render } from "@testing-library/react";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { beforeAll, expect, test, vi } from "vitest";
import common from "../i18n/en/common.json";
import { Deadline } from "./Deadline";
import { NextStep } from "./NextStep";

vi.mock("../lib/clock", () => {
  const now = () => Date.parse("2023-11-20T09:00:00+08:00");
  return { now, clockOffset: () => now() - Date.now(), onClock: () => () => {} };
});

beforeAll(async () => {
  await i18next.use(initReactI18next).init({ lng: "en", resources: { en: { common } }, defaultNS: "common" });
});

/** The texts that no element isolates. */
function loose(root: Element): string[] {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (texts.nextNode()) {
    const one = texts.currentNode;
    if (one.textContent?.trim() && !one.parentElement?.closest("bdi")) found.push(one.textContent);
  }
  return found;
}

test.each([
  ["2023-11-22", "2 days left"],
  ["2023-11-21", "tomorrow"],
  ["2023-11-17", "3 days overdue"],
  ["2023-11-20T18:00:00+08:00", "today 18:00"],
])("a deadline keeps its own direction: %s", (due, said) => {
  const { container } = render(
    <div dir="rtl">
      <Deadline due={due} full />
    </div>,
  );
  expect(container.querySelector("bdi")?.textContent).toBe(said);
  expect(loose(container)).toEqual([]);
});

test("and so does the next step", () => {
  const { container } = render(<NextStep action="2nd session" due="2023-11-22" />);
  const heading = container.querySelector("h2");
  expect(heading?.textContent).toBe("Next step: 2nd session");
  expect(loose(heading as Element)).toEqual([]);
});

test("who is answerable and the law keep their full stops at their end", () => {
  const { container } = render(
    <div dir="rtl">
      <NextStep action="2nd session" answerable="Yingbin committee." article="Mediation Law art. 21: freely." />
    </div>,
  );
  expect(container.querySelector("dl")?.textContent).toContain("Answerable:Yingbin committee.");
  expect(loose(container)).toEqual([]);
});
