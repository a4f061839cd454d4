// Kinds, lists and enumerations with their names, in the language of the reader.
import { useAsk } from "../../lib/server";
import type { Option } from "../../ui";
import type { Catalogue, Choice, Division } from "./shapes";

const hour = 3_600_000;

const asOptions = (choices: Choice[] = []): Option[] => choices.map((one) => ({ value: one.key, label: one.name }));

/** The catalogue as options of fields; empty lists until it has come. */
export function useCatalogue() {
  const { data } = useAsk<Catalogue>("/catalogue", {}, { fresh: hour });
  const words = (list: string) => data?.enumerations[list] ?? [];
  return {
    kinds: data?.kinds ?? [],
    kindOptions: (data?.kinds ?? []).map((one) => ({ value: one.key, label: one.name })),
    choices: (list: string) => asOptions(data?.choices[list]),
    words: (list: string) => asOptions(words(list)),
    /** The name of one value of an enumeration; the value itself until the names have come. */
    word: (list: string, key: string) => words(list).find((one) => one.key === key)?.name ?? key,
    kindName: (key: string) => data?.kinds.find((one) => one.key === key)?.name ?? key,
  };
}

export function useDivisions() {
  return useAsk<{ divisions: Division[] }>("/divisions", {}, { fresh: hour }).data?.divisions ?? [];
}

/** The name of a division or an organisation in the reader's language. */
export function nameIn(one: { name: string; name_en: string }, language: string): string {
  return language === "en" && one.name_en ? one.name_en : one.name;
}
