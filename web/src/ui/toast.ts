// Says in passing what happened. The place where it appears is loaded with the first one.
import i18next from "i18next";
import { articleOf } from "../lib/fmt";
import { problemOf } from "../problem";

export interface Said {
  message: string;
  kind: "done" | "info" | "failed";
  undo?: () => void;
}

let show: ((said: Said) => void) | null = null;
let hush: (() => void) | null = null;
let wake: (() => void) | null = null;
const waiting: Said[] = [];

/** The shell: how the place is brought in when the first word is to be said. */
export function onFirstToast(bring: () => void): void {
  wake = bring;
  if (waiting.length > 0) bring();
}

/** The place is there; what waited is said now. */
export function showToastsWith(say: (said: Said) => void, quiet: () => void): void {
  show = say;
  hush = quiet;
  for (const said of waiting.splice(0)) say(said);
}

/** Also read out by a screen reader. With `undo` it stays for ten seconds. */
export function toast(message: string, { kind = "done", undo }: Partial<Omit<Said, "message">> = {}): void {
  const said = { message, kind, undo };
  if (show) {
    show(said);
    return;
  }
  waiting.push(said);
  wake?.();
}

/** What was merely done is no longer news: a form opens where the words stand. */
export function hushToasts(): void {
  hush?.();
}

/** A refusal of a small act that has no form, with the article of law that it rests on. */
export function toastProblem(error: unknown): void {
  const problem = problemOf(error);
  const t = i18next.getFixedT(null, "common");
  const says = problem.detail || problem.title;
  const law = problem.article ? ` · ${articleOf(problem.article)}` : "";
  toast(says ? says + law : t(problem.offline ? "problem.offline.detail" : "problem.broken.detail"), {
    kind: "failed",
  });
}
