import { act, render, screen } from "@testing-library/react";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { beforeAll, expect, test } from "vitest";
import common from "../i18n/zh-CN/common.json";
import { later } from "./later";

beforeAll(async () => {
  await i18next.use(initReactI18next).init({ lng: "zh-CN", resources: { "zh-CN": { common } }, defaultNS: "common" });
});

const Words = () => <p>words</p>;

test("a part that is on its way shows its bones, then itself", async () => {
  const Part = later(async () => Words);
  render(<Part />);
  expect(screen.getByRole("status")).toBeInTheDocument();
  expect(await screen.findByText("words")).toBeInTheDocument();
});

test("a part that was fetched before is drawn at once, without bones", async () => {
  const Part = later(async () => Words);
  await act(async () => Part.soon());
  render(<Part />);
  expect(screen.queryByRole("status")).toBeNull();
  expect(screen.getByText("words")).toBeInTheDocument();
});

test("a part that could not be fetched before is fetched when it is shown", async () => {
  let times = 0;
  const Part = later(async () => {
    times += 1;
    if (times === 1) throw new Error("away");
    return Words;
  });
  await act(async () => Part.soon());
  render(<Part />);
  expect(await screen.findByText("words")).toBeInTheDocument();
});
