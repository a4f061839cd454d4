// Names of the keys that the file is made of, in the language of the reader.
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Option } from "../../ui";
import { useCatalogue } from "./api";
import type { Agreement, Choice, FileView, Obligation, Party } from "./types";

const optionsOf = (choices: Choice[] = []): Option[] => choices.map(({ key, name }) => ({ value: key, label: name }));

export interface Words {
  /** A value of an enumeration: word("consent", "agreed"). */
  word: (list: string, key: string | null | undefined) => string;
  /** A value of a list of the book: choice("remedy", "court_suit"). */
  choice: (list: string, key: string) => string;
  enumeration: (list: string) => Option[];
  choices: (list: string) => Option[];
  method: (key: string) => Choice | undefined;
  kinds: Option[];
}

export function useWords(): Words {
  const { data } = useCatalogue();
  return useMemo(() => {
    const named = (lists: Record<string, Choice[]> | undefined, list: string, key: string) =>
      lists?.[list]?.find((one) => one.key === key)?.name ?? key;
    return {
      word: (list, key) => (key ? named(data?.enumerations, list, key) : ""),
      choice: (list, key) => named(data?.choices, list, key),
      enumeration: (list) => optionsOf(data?.enumerations[list]),
      choices: (list) => optionsOf(data?.choices[list]),
      method: (key) => data?.choices.method?.find((one) => one.key === key),
      kinds: (data?.kinds ?? []).map(({ key, name }) => ({ value: key, label: name })),
    };
  }, [data]);
}

/** Whether it is a matter of a family; null until the catalogue has come. */
export function useFamily(file: FileView): boolean | null {
  const { data } = useCatalogue();
  return data?.kinds.find((one) => one.key === file.dispute.kind)?.personal_relations ?? null;
}

export function presentParties(file: FileView): Party[] {
  return file.dispute.parties.filter((party) => !party.left);
}

/** Who was invited and has not left since. */
export function presentGuests(file: FileView): FileView["dispute"]["participants"] {
  return file.dispute.participants.filter((one) => !one.left);
}

export function organisationName(file: FileView, id: string): string {
  return file.organisations.find((one) => one.id === id)?.name ?? "";
}

export function personName(file: FileView, id: string): string {
  return file.people.find((one) => one.id === id)?.name ?? "";
}

/** Names of parties; a name that this reader may not see is the word for its side. */
export function usePartyName(file: FileView) {
  const { t } = useTranslation("dispute");
  const { word } = useWords();
  return (id: string): string => {
    const party = file.dispute.parties.find((one) => one.id === id);
    return party ? (party.name ?? word("side", party.side)) : t("unknownParty");
  };
}

export function openDraft(file: FileView): Agreement | undefined {
  return file.dispute.agreements.find((one) => !one.oral && !one.effective_at);
}

export function openObligations(file: FileView): Obligation[] {
  return file.dispute.agreements
    .filter((one) => one.effective_at)
    .flatMap((one) => one.obligations)
    .filter((one) => !one.settled_at);
}

/** Those that can still be kept: a broken one, too, late. */
export function owedObligations(file: FileView): Obligation[] {
  return file.dispute.agreements
    .filter((one) => one.effective_at)
    .flatMap((one) => one.obligations)
    .filter((one) => !one.settled_at || one.state === "breached");
}

export function paid(obligation: Obligation): number {
  return obligation.performed.reduce((sum, part) => sum + (part.amount ?? 0), 0);
}

export function awaitsReceipt(file: FileView): boolean {
  const latest = file.dispute.handlings.at(-1);
  return latest !== undefined && !latest.received_at;
}

export function pausedNow(file: FileView): boolean {
  const latest = file.dispute.pauses.at(-1);
  return latest !== undefined && !latest.until;
}

export function plannedSessions(file: FileView) {
  return file.dispute.sessions.filter((one) => one.planned_for && !one.held_at && !one.cancelled_at);
}

/** "Relative", "Apprentice": the role of a guest; a role of one's own stands as it was written. */
export function useRole(): (role: string) => string {
  const { t } = useTranslation("dispute");
  return (role) => (role === "apprentice" || role === "adviser" ? t(`role.${role}`) : role);
}
