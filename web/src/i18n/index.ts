// Texts of the house: one JSON file per language and namespace (JSON v4 of i18next, which
// translators' tools read). zh-CN is the measure: its keys are the types, and a test compares
// every other language with it.
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { directionOf, type Language, languages, remember, wantedLanguage } from "./languages";

const files = import.meta.glob<Record<string, unknown>>("./*/*.json", { import: "default" });

async function load(language: string, namespace: string): Promise<Record<string, unknown>> {
  const file = files[`./${language}/${namespace}.json`];
  return file ? await file() : {};
}

function dress(language: string): void {
  const root = document.documentElement;
  root.lang = language;
  root.dir = directionOf(language);
}

/** Loads the namespaces that the first page needs; others follow with the room that uses them. */
export async function startLanguage(namespaces: string[]): Promise<void> {
  const language = wantedLanguage();
  dress(language);
  await i18next
    .use({ type: "backend" as const, init() {}, read: load })
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: "zh-CN",
      load: "currentOnly",
      ns: namespaces,
      defaultNS: "common",
      interpolation: {
        // React escapes already. A name or number inside a right-to-left sentence is isolated,
        // or its neighbours would change places.
        escapeValue: true,
        escape: (value: unknown) =>
          document.documentElement.dir === "rtl" ? `\u2068${String(value)}\u2069` : String(value),
      },
      react: { useSuspense: true },
    });
  i18next.on("languageChanged", dress);
}

export async function speak(language: Language): Promise<void> {
  remember(language);
  await i18next.changeLanguage(language);
}

export { type Language, languages };
