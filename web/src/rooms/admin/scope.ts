// What this administrator may administer: the offices of each grant and all below them.
import { type QueryClient, useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { ask, keyOf, useAsk } from "../../lib/server";
import { nameIn } from "../shared/catalogue";
import type { Organisation, Session } from "../shared/shapes";
import type { Account, Person } from "./shapes";

type Offices = { organisations: Organisation[] };

/** My offices in the order of the tree; undefined until the server has answered. */
export function useScope() {
  const { i18n } = useTranslation();
  const session = useAsk<Session>("/session");
  const roots = (session.data?.roles ?? [])
    .filter((one) => one.role === "system_administrator")
    .map((one) => one.organisation);
  const lists = useQueries({
    queries: roots.map((below) => ({
      queryKey: [...keyOf("/organisations", { below }), i18n.language],
      queryFn: ({ signal }: { signal: AbortSignal }) => ask<Offices>("/organisations", { below }, signal),
    })),
  });
  const answers = lists.map((one) => one.data);
  const whole = session.data && answers.every((one) => one !== undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answers themselves are what it is made of
  const offices = useMemo(() => {
    if (!whole) return undefined;
    const all = answers.flatMap((one) => one?.organisations ?? []);
    return [...new Map(all.map((one) => [one.id, one])).values()];
  }, [whole, ...answers]);
  const failed = session.error ? session : lists.find((one) => one.error);
  return {
    offices,
    /** The tops of my offices: they are not mine to close. */
    roots,
    account: session.data?.account ?? null,
    error: failed?.error ?? null,
    retry: () => void failed?.refetch(),
    nameOf: (id: string, otherwise = "") => {
      const office = offices?.find((one) => one.id === id);
      return office ? nameIn(office, i18n.language) : otherwise;
    },
  };
}

export const usePeople = (office: string) => useAsk<{ people: Person[] }>(`/organisations/${office}/people`);
export const useAccounts = (office: string) => useAsk<{ accounts: Account[] }>(`/organisations/${office}/accounts`);

/** After any change: offices, people and accounts are asked for again. */
export function again(queries: QueryClient): void {
  void queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith("/organisations") });
}
