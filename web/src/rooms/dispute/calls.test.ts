import { describe, expect, it } from "vitest";
import { isLate, running, stateOfCall } from "./calls";
import type { Call, Dispute } from "./types";

const at = "2023-11-20T09:00:00+08:00";
const call = (more: Partial<Call> = {}) =>
  ({ called_off: false, arrive_by: at, answer_by: at, by_host: false, ...more }) as Call;
const dispute = (stage: Dispute["stage"], one: Call) => ({ stage, room: { calls: [one] } }) as Dispute;

describe("a call for joint mediation", () => {
  it("runs until it ends, is declined, or its dispute is concluded", () => {
    expect(running(dispute("mediating", call()))).toHaveLength(1);
    expect(running(dispute("mediating", call({ answered_at: at, by_host: true })))).toHaveLength(1);
    expect(running(dispute("mediating", call({ declined_at: at })))).toHaveLength(0);
    for (const stage of ["agreed", "visiting", "terminated", "archived", "transferred"] as const)
      expect(running(dispute(stage, call()))).toHaveLength(0);
  });

  it("is called off before an answer and closed after it", () => {
    const end = { ended_at: at, called_off: true };
    const state = (one: Call, stage: Dispute["stage"] = "mediating") => stateOfCall(dispute(stage, one), one);
    expect(state(call(end))).toBe("called_off");
    expect(state(call({ ...end, answered_at: at }))).toBe("closed");
    expect(state(call({ ended_at: at, answered_at: at }))).toBe("handed_back");
    expect(state(call({ accepted_at: at }), "agreed")).toBe("closed");
  });

  it("is late with what it owes, and owes nothing once the dispute is concluded", () => {
    expect(isLate(dispute("mediating", call()), call())).toBe(true);
    expect(isLate(dispute("mediating", call()), call({ arrived_at: at, answer_by: "9999-01-01T00:00:00Z" }))).toBe(
      false,
    );
    expect(isLate(dispute("agreed", call()), call())).toBe(false);
  });
});
