import { render, screen } from "@testing-library/react";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { beforeAll, expect, test } from "vitest";
import common from "../i18n/en/common.json";
import { Problem } from "../problem";
import { Kit } from "../test/kit";
import { ProblemCard } from "./ProblemCard";

beforeAll(async () => {
  await i18next.use(initReactI18next).init({ lng: "en", resources: { en: { common } }, defaultNS: "common" });
});

const mistaken = { at: "/person", code: "not_a_key", detail: "A key has 13 letters and digits." };
const body = { status: 422, code: "form.invalid", title: "Look again", detail: "See the marked fields." };

test("tells each mistake once where no form marks them", () => {
  const problems = [mistaken, { ...mistaken, at: "/other" }];
  render(<ProblemCard error={new Problem({ ...body, problems })} retry={() => {}} />, { wrapper: Kit });
  expect(screen.getAllByText(mistaken.detail)).toHaveLength(1);
  expect(screen.queryByText(body.detail)).toBeNull();
  expect(screen.queryByRole("button"), "the same again is as wrong").toBeNull();
});

test("tells what is known where no mistake is named", () => {
  render(<ProblemCard error={new Problem(body)} />, { wrapper: Kit });
  expect(screen.getByText(body.detail)).toBeTruthy();
});
