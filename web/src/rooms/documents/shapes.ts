import type { components } from "../../schema";

export type FormOffer = components["schemas"]["documents.FormOffer"];
export type Forms = components["schemas"]["documents.Forms"];
export type MissingPaper = components["schemas"]["documents.MissingPaper"];
export type FormFields = components["schemas"]["documents.FormFields"];
export type FormField = components["schemas"]["documents.FormField"];
export type PrintedForm = components["schemas"]["documents.PrintedForm"];

export const translations = ["en", "ug"] as const;

function address(path: string, asked: Record<string, string | null | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value) query.set(name, value);
  return query.size > 0 ? `${path}?${query}` : path;
}

/** The form as a file: the binding Chinese text, and a translation after it where one is asked for. */
export function pdfAddress(dispute: string, form: string, subject: string | null, language: string): string {
  return address(`/api/disputes/${dispute}/documents/${form}.pdf`, { language, subject });
}

/** Where a form is shown; `subject` is what it is about, `translation` comes after the Chinese text. */
export function printAddress(dispute: string, form: string, subject?: string | null, translation?: string): string {
  return address(`/desk/disputes/${dispute}/print/${form}`, { subject, translation });
}

/** Where what no deed says is filled in. */
export function fillAddress(dispute: string, form: string, subject?: string | null): string {
  return address(`/desk/disputes/${dispute}/print/${form}/fill`, { subject });
}

export const groups = [
  "opening",
  "talks",
  "result",
  "performance",
  "court",
  "letters",
  "safety",
  "binding",
] as const satisfies readonly FormOffer["group"][];
