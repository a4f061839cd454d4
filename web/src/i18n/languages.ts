// The languages of the house, and which of them is spoken now. A language is offered in the
// menu when its catalogue exists; its direction works before that (`?lang=ug`, `?dir=rtl`).
export type Language = "zh-CN" | "en" | "ug" | "kk";
export type Direction = "ltr" | "rtl";

export const languages: Record<Language, { name: string; short: string; dir: Direction; offered: boolean }> = {
  "zh-CN": { name: "中文", short: "中文", dir: "ltr", offered: true },
  en: { name: "English", short: "EN", dir: "ltr", offered: true },
  ug: { name: "ئۇيغۇرچە", short: "ئۇيغۇرچە", dir: "rtl", offered: false },
  kk: { name: "قازاقشا", short: "قازاقشا", dir: "rtl", offered: false },
};

export const offered = (Object.keys(languages) as Language[]).filter((one) => languages[one].offered);

/** Our tag for a tag of a browser: "zh-Hans-CN" → "zh-CN", "en-GB" → "en". */
export function known(tag: string | null | undefined): Language | null {
  if (!tag) return null;
  const base = tag.toLowerCase().split("-")[0];
  if (base === "zh") return "zh-CN";
  return base && base in languages ? (base as Language) : null;
}

function cookie(name: string): string | null {
  const found = document.cookie.split("; ").find((one) => one.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : null;
}

/** `?lang=` wins and is remembered, then the cookie, then the browser, then Chinese. */
export function wantedLanguage(): Language {
  const asked = known(new URLSearchParams(location.search).get("lang"));
  if (asked) remember(asked);
  const browser = navigator.languages.map(known).find((one) => one !== null && languages[one].offered);
  return asked ?? known(cookie("lang")) ?? browser ?? "zh-CN";
}

export function remember(language: Language): void {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in older phones
  document.cookie = `lang=${language}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
}

/** The direction of a text in this language, whatever the page around it does. */
export function textDirection(language: string | null | undefined): Direction {
  return languages[known(language) ?? "zh-CN"].dir;
}

/** The direction of a page in this language; `?dir=rtl` turns any page around, to look at it. */
export function directionOf(language: string): Direction {
  const forced = new URLSearchParams(location.search).get("dir");
  if (forced === "rtl" || forced === "ltr") return forced;
  return textDirection(language);
}
