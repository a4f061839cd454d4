// Who is signed in, as the shell needs it. The rights themselves are the server's: a page asks,
// and is refused or not.
import { type QueryClient, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { forgetRecent } from "../lib/recent";

export type Role =
  | "informant"
  | "desk_clerk"
  | "mediator"
  | "director"
  | "supervisor"
  | "agency_officer"
  | "adviser"
  | "system_administrator"
  | "security_administrator"
  | "auditor";

export interface Me {
  /** Key of the person: one's own page is below /desk/people. */
  person: string;
  name: string;
  roles: Role[];
  /** "调解员 · 迎宾街道调委会" in the reader's language. */
  post: string;
}

interface Door {
  ask: () => Promise<Me | null>;
  leave: () => Promise<void>;
}

let door: Door = { ask: () => Promise.resolve(null), leave: () => Promise.resolve() };

/** The entry says how the server is asked who is here, and how one leaves. */
export function openDoor(through: Door): void {
  door = through;
}

export function signOut(): Promise<void> {
  return door.leave();
}

/** Who is here, and whether the server has answered that yet. */
export function useSignedIn(): { me: Me | null; known: boolean } {
  const { i18n } = useTranslation();
  const answer = useQuery({
    queryKey: ["me", i18n.language],
    queryFn: () => door.ask(),
    staleTime: 60_000,
  });
  return { me: answer.data ?? null, known: !answer.isPending };
}

export function useMe(): Me | null {
  return useSignedIn().me;
}

/** After signing in or out: nothing of the person before may stay on the screen. */
export function forgetEverything(queries: QueryClient): void {
  queries.clear();
  forgetRecent();
}
