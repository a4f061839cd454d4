// What the server says of the audit journal, and what is asked of it.
import { useAsk } from "../../lib/server";
import type { components } from "../../schema";
import { useFilters } from "../../ui";

type Told = components["schemas"];

export type Entry = Told["oversight.EntryView"];
export type EntryList = Told["oversight.EntryList"];
export type DayList = Told["oversight.DayList"];
export type KindList = Told["oversight.KindList"];
export type Chain = Told["oversight.ChainView"];
export type Exported = Told["oversight.Exported"];

export const asked = ["kind", "outcome", "username", "subject", "from", "until"] as const;

/** What the address asks for. */
export function useWanted(): Record<string, string | null> {
  const { get } = useFilters();
  return Object.fromEntries(asked.map((name) => [name, get(name)]));
}

const hour = 3_600_000;

export const useKinds = () => useAsk<KindList>("/audit/kinds", {}, { fresh: hour }).data;
