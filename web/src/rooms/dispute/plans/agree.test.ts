import { expect, test } from "vitest";
import type { FileView } from "../types";
import { agreePlans } from "./agree";

const file = {
  dispute: {
    agreements: [],
    parties: [
      { id: "P", kind: "person", name: "顾真远", capacity: "full", represented_by: "李代" },
      { id: "O", kind: "organisation", name: "大地公司", capacity: "full", represented_by: "钱总" },
    ],
  },
} as unknown as FileView;

test("an_agent_who_signed_a_paper_is_told_and_forgotten_when_another_party_is_chosen", () => {
  const body = agreePlans["resolution.signed"]!.body!;
  const values = { party: "P", member: null, as: "agent", manner: "signature", happened_at: null };
  expect(body(values, file)).toMatchObject({ party: "P", as: "agent", manner: "signature" });
  expect(body({ ...values, party: "O" }, file)).toMatchObject({ party: "O", as: undefined });
  expect(body({ ...values, as: null }, file)).toMatchObject({ as: undefined });
});

test("a_draft_that_is_entered_late_says_when_it_was_agreed", () => {
  const plan = agreePlans["resolution.agreement_drafted"]!;
  const values = { ...plan.start!(file, ""), parties: [], obligations: [], happened_at: "2023-11-19T10:00:00+08:00" };
  const sent = plan.body!(values, file) as { happened_at: string; text: object };
  expect(sent.happened_at).toBe("2023-11-19T10:00:00+08:00");
  expect(sent.text).not.toHaveProperty("happened_at");
});
