import { expect, test } from "vitest";
import type { FileView } from "../types";
import { filled } from "./filled";
import { mendAt, mendBody, mendStart } from "./MendBox";

const guardian = (accused: boolean) => ({ name: "柳大山", relation: "父亲", phone: null, accused });
const file = (of: object | null) => ({ dispute: { parties: [{ id: "child", guardian: of }] } }) as unknown as FileView;
const sent = (mended: object, of: object | null) =>
  filled(mendBody({ party: "child", reason: "核实", mended }, file(of)));

test("what_is_left_empty_is_not_sent", () => {
  expect(sent({ name: "", phone: "13900007788" }, null)).toEqual({ reason: "核实", phone: "13900007788" });
});

test("another_guardian_is_named_whole_and_the_one_on_file_is_mended_alone", () => {
  const typed = { guardian_name: "西门兰", guardian_relation: "祖母", guardian_phone: "" };
  const whole = { reason: "核实", guardian: { name: "西门兰", relation: "祖母" } };
  expect(sent(typed, null)).toEqual(whole);
  expect(sent({ ...typed, guardian_step: "another" }, guardian(true))).toEqual(whole);
  expect(sent({ ...typed, guardian_step: "mended" }, guardian(false))).toEqual({
    reason: "核实",
    guardian: { relation: "祖母" },
  });
  expect(sent({ ...typed, guardian_step: "stays" }, guardian(false))).toEqual({ reason: "核实" });
  expect(sent({ guardian_step: "accused" }, guardian(false))).toEqual({ reason: "核实", guardian: { accused: true } });
  expect(sent({ guardian_step: "cleared" }, guardian(true))).toEqual({ reason: "核实", guardian: { accused: false } });
});

test("the_form_begins_with_another_guardian_where_the_one_on_file_may_not_act", () => {
  expect(mendStart(file(guardian(true)), "child")).toEqual({ guardian_step: "another" });
  expect(mendStart(file(guardian(false)), "child")).toEqual({ guardian_step: "stays" });
});

test("a_fault_is_shown_where_it_was_typed", () => {
  expect(["reason", "phone", "guardian.phone", "guardian"].map(mendAt)).toEqual([
    "reason",
    "mended.phone",
    "mended.guardian_phone",
    "mended.guardian_name",
  ]);
});
