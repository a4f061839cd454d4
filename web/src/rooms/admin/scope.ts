// What this administrator keeps: the offices of each grant and all below them. The system
// administrator opens accounts, the security administrator grants roles and shuts out; one person
// does both only until the first security administrator has come in.
import { type QueryClient, useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { ask, keyOf, useAsk } from "../../lib/server";
import { nameIn } from "../shared/catalogue";
import type { Organisation, Session } from "../shared/shapes";
import type { Account, Administrators, Person, Role } from "./shapes";

type Offices = { organisations: Organisation[] };

/** My offices in the order of the tree; undefined until the server has answered. */
export function useScope() {
  const { i18n } = useTranslation();
  const session = useAsk<Session>("/session");
  const roles = session.data?.roles ?? [];
  const as = (role: Role) => roles.some((one) => one.role === role);
  const keeping = roles.filter((one) => one.role === "system_administrator" || one.role === "security_administrator");
  const roots = [...new Set(keeping.map((one) => one.organisation))];
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
    /** Opens accounts, hands out links, sets their last day. */
    administers: as("system_administrator"),
    /** Grants roles, shuts out, ends sessions, resets second factors. */
    secures: as("security_administrator"),
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

export const useAdministrators = () => useAsk<Administrators>("/administrators");

/** After any change: offices, people and accounts are asked for again. */
export function again(queries: QueryClient): void {
  const about = ({ queryKey }: { queryKey: readonly unknown[] }) =>
    /^\/(organisations|accounts|administrators)/.test(String(queryKey[0]));
  void queries.invalidateQueries({ predicate: about });
}
