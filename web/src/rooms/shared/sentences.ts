// Sentences to tick for a three-minute record: gaps are filled from the form, a tick puts the
// sentence into its field and takes it out again, and words typed by hand stay.

import type { components } from "../../schema";

type Told = components["schemas"]["mediation.PhraseView"];
export const parts = ["facts", "talk", "result", "promise", "notice"] as const;
export type Phrase = Omit<Told, "part"> & { part: (typeof parts)[number] };

export interface Gaps {
  applicant: string;
  respondent: string;
  place: string;
  amount: string;
  date: string;
}

/** Sentences that stand together: those of a part, and after the talk those of each method. */
export interface Group {
  part: Phrase["part"];
  method: string | null;
  phrases: Phrase[];
}

/** In the order of the record; of the methods those that were used, in their order. */
export function grouped(phrases: Phrase[], methods: string[]): Group[] {
  const groups = parts.flatMap((part) => [
    { part, method: null, phrases: phrases.filter((one) => one.part === part && one.method === null) },
    ...methods.map((method) => ({
      part,
      method,
      phrases: phrases.filter((one) => one.part === part && one.method === method),
    })),
  ]);
  return groups.filter((one) => one.phrases.length > 0);
}

export function filled(text: string, gaps: Gaps): string {
  return text.replace(/\{(applicant|respondent|place|amount|date)\}/g, (_, gap: keyof Gaps) => gaps[gap]);
}

/** Which of its gaps a sentence has. */
export const hasGap = (text: string, gap: keyof Gaps) => text.includes(`{${gap}}`);

/** The field with its ticked sentences as the form fills them now: a sum or a day that comes later stands in them, too. */
export function refilled(field: string, phrases: Phrase[], before: Gaps, now: Gaps): string {
  return phrases.reduce((words, one) => {
    const old = filled(one.text, before);
    return ticked(words, old) ? words.replace(old, () => filled(one.text, now)) : words;
  }, field);
}

/** Whether the field holds the sentence. */
export function ticked(field: string, sentence: string): boolean {
  return field.includes(sentence);
}

/** The field with the sentence in it, or without it. */
export function toggled(field: string, sentence: string, joint: string): string {
  if (!ticked(field, sentence)) return field.trim() === "" ? sentence : `${field.trimEnd()}${joint}${sentence}`;
  const at = field.indexOf(sentence);
  const before = field.slice(0, at).trimEnd();
  const after = field.slice(at + sentence.length).trimStart();
  return before === "" || after === "" ? before + after : `${before}${joint}${after}`;
}
