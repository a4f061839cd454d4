import { expect, test } from "vitest";
import type { FileView } from "../types";
import { coursePlans } from "./course";

const file = {} as FileView;

test("the day on which mediation went on is asked for in the address, and not when it is now", () => {
  const plan = coursePlans["mediation.resumed"]!;
  expect(plan.path({ happened_at: null }, file)).toBe("pause");
  const path = plan.path({ happened_at: "2023-11-22T09:30:00+08:00" }, file);
  expect(new URL(path, "http://town/").searchParams.get("happened_at")).toBe("2023-11-22T09:30:00+08:00");
});

test("pausing, going on and more time can each be written down later", () => {
  for (const deed of ["mediation.paused", "mediation.resumed", "mediation.extended"])
    expect(coursePlans[deed]!.fields.map((one) => one.name)).toContain("happened_at");
});
