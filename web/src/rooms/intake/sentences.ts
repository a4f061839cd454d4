// Sentences to tick for a three-minute record: gaps are filled from the form, a tick puts the
// sentence into its field and takes it out again, and words typed by hand stay.

export interface Phrase {
  key: string;
  part: "facts" | "talk" | "result" | "promise" | "notice";
  text: string;
}

export interface Gaps {
  applicant: string;
  respondent: string;
  place: string;
  amount: string;
  date: string;
}

/** Where a part of the record goes. */
export const fieldOf = {
  facts: "request.facts",
  talk: "record",
  result: "record",
  notice: "record",
  promise: "terms",
} as const satisfies Record<Phrase["part"], string>;

export function filled(text: string, gaps: Gaps): string {
  return text.replace(/\{(applicant|respondent|place|amount|date)\}/g, (_, gap: keyof Gaps) => gaps[gap]);
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
