export interface FormOffer {
  form: string;
  subject: string | null;
  title: string;
  about: string;
  available: boolean;
  reason: string | null;
}

export interface Forms {
  number: string;
  forms: FormOffer[];
}

export interface PrintedForm {
  title: string;
  number: string;
  html: string;
  language: string;
  organisation_name: string;
  date: string;
}

/** Where a form is shown; `subject` is the session or the agreement. */
export function printAddress(dispute: string, form: string, subject?: string | null, language?: string): string {
  const query = new URLSearchParams();
  if (subject) query.set("subject", subject);
  if (language) query.set("language", language);
  const asked = query.size > 0 ? `?${query}` : "";
  return `/desk/disputes/${dispute}/print/${form}${asked}`;
}
