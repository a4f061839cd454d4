// What a resident has written so far, kept on this device alone and only until it is sent.
const place = "maplebridge.apply";

export interface ApplyValues {
  kind: string | null;
  place: string;
  facts: string;
  request: string;
  name: string;
  phone: string;
  address: string;
  other_name: string;
  other_phone: string;
  other_address: string;
  other_is_organisation: boolean;
  language: string | null;
  interpreter: boolean;
  agrees: boolean;
}

export const blank: ApplyValues = {
  kind: null,
  place: "",
  facts: "",
  request: "",
  name: "",
  phone: "",
  address: "",
  other_name: "",
  other_phone: "",
  other_address: "",
  other_is_organisation: false,
  language: "zh",
  interpreter: false,
  agrees: false,
};

export function readDraft(): ApplyValues {
  try {
    return { ...blank, ...(JSON.parse(localStorage.getItem(place) ?? "{}") as Partial<ApplyValues>), agrees: false };
  } catch {
    return blank;
  }
}

export function keepDraft(values: ApplyValues): void {
  try {
    localStorage.setItem(place, JSON.stringify(values));
  } catch {
    // A private window may refuse; the words then live as long as the page.
  }
}

export function dropDraft(): void {
  try {
    localStorage.removeItem(place);
  } catch {
    // Nothing was kept.
  }
}

const orNull = (text: string) => (text.trim() === "" ? null : text.trim());

export function bodyOf(values: ApplyValues) {
  return { ...values, other_name: orNull(values.other_name), other_phone: orNull(values.other_phone) };
}
