// A case conference as the page reads it: whether it runs, who sits there, what may be shown to whom.
import type { components } from "../../schema";
import type { FileView } from "./types";

type All = components["schemas"];
export type Conference = All["dispute.Conference"];
export type Seat = All["dispute.Seat"];
export type PaperShown = All["dispute.PaperShown"];
export type FollowUpTask = All["dispute.FollowUpTask"];

const none = "0000000000000";

export const runs = (one: Conference): boolean => !one.decided_at && !one.called_off_at;
export const known = (key: string): boolean => key !== none && key !== "";

export function runningConference(file: FileView): Conference | undefined {
  return file.dispute.room.conferences.find(runs);
}

/** Who sits there now, the invitations that were taken back left out. */
export const seated = (file: FileView): Seat[] =>
  (runningConference(file)?.seats ?? []).filter((one) => !one.withdrawn_at);

/** Who has no page of its own, so that somebody else notes its advice. */
export const notedFor = (file: FileView): Seat[] => seated(file).filter((one) => !known(one.person));

export const openTasks = (file: FileView): FollowUpTask[] =>
  file.dispute.room.conferences.flatMap((one) => one.tasks).filter((one) => !one.done_at);

/** A paper under one key, as a form ticks it. */
export const keyOfPaper = ({ kind, subject, form }: Pick<PaperShown, "kind" | "subject" | "form">): string =>
  `${kind}:${kind === "form" ? form : kind === "request" ? "" : subject}`;

export function paperOf(key: string): { kind: string; subject?: string; form?: string } {
  const [kind = "", rest = ""] = key.split(":");
  return { kind, subject: kind === "form" || rest === "" ? undefined : rest, form: kind === "form" ? rest : "" };
}

/** Every paper that may be shown: nothing that one side said alone. */
export function papersOf(file: FileView): PaperShown[] {
  const { sessions, agreements, room } = file.dispute;
  const paper = (kind: PaperShown["kind"], subject = none, form = ""): PaperShown => ({ kind, subject, form });
  return [
    paper("request"),
    ...sessions
      .filter((one) => one.held_at && (one.kind === "joint" || one.kind === "investigation"))
      .map((one) => paper("session", one.id)),
    ...agreements.map((one) => paper("agreement", one.id)),
    ...room.calls.filter((one) => one.answered_at).map((one) => paper("call", one.id)),
    paper("form", none, "undisputed_facts"),
  ];
}
