// The verb on the button of a next step; the server names the act, the page says it shortly.
const verbs = [
  "decide_acceptance",
  "grade_and_divert",
  "ask_consent",
  "sign_for",
  "appoint_mediator",
  "tell_rights",
  "plan_session",
  "hold_session",
  "reach_agreement",
  "collect_signatures",
  "affix_seal",
  "terminate",
  "deliver_termination",
  "report_risk",
  "check_performance",
  "urge_performance",
  "make_visit",
  "archive",
  "resume_mediation",
  "call_off_session",
  "disclose",
  "decide_conflict",
] as const;

export type Verb = (typeof verbs)[number] | "open";

/** The key of the verb for an action: "decide_acceptance" → itself; what is unknown is "open". */
export function verbOf(action: string | null): Verb {
  return verbs.find((one) => one === action) ?? "open";
}
