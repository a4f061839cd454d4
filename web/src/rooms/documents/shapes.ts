import type { components } from "../../schema";

export type FormOffer = components["schemas"]["documents.FormOffer"];
export type Forms = components["schemas"]["documents.Forms"];
export type PrintedForm = components["schemas"]["documents.PrintedForm"];

/** Where a form is shown; `subject` is the session or the agreement. */
export function printAddress(dispute: string, form: string, subject?: string | null, language?: string): string {
  const query = new URLSearchParams();
  if (subject) query.set("subject", subject);
  if (language) query.set("language", language);
  const asked = query.size > 0 ? `?${query}` : "";
  return `/desk/disputes/${dispute}/print/${form}${asked}`;
}
