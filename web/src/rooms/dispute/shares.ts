// What each member of a group gets of the money that is promised to the group as a whole (CC art. 517).
import type { Agreement, FileView, Party } from "./types";

export interface Share {
  member: string;
  amount: number | null;
}

export interface GroupShares {
  party: string;
  shares: Share[];
  why: string;
}

interface Row {
  from: string | null;
  to: string | null;
  manner: string | null;
  amount: number | null;
}

/** The groups of an agreement, with members whose sums could be told. */
export function groupsIn(file: FileView, parties: string[]): Party[] {
  return file.dispute.parties.filter((one) => parties.includes(one.id) && membersOf(one).length > 1);
}

export const membersOf = (party: Party) => party.members.filter((one) => !one.left);

/** The money that is promised to the group; of one that is promised none, what it promises. */
export function promisedTo(group: string, rows: Row[]): number {
  const money = rows.filter((one) => (one.manner === "cash" || one.manner === "transfer") && one.amount !== null);
  const owed = money.filter((one) => one.to === group);
  const which = owed.length > 0 ? owed : money.filter((one) => one.from === group);
  return which.reduce((sum, one) => sum + (one.amount ?? 0), 0);
}

export const sumOf = (shares: Share[]) => shares.reduce((sum, one) => sum + (one.amount ?? 0), 0);

/** Divided as they claim, or equally where not everybody does; to the cent, so that it makes the whole. */
export function divided(whole: number, claims: (number | null)[]): number[] {
  const total = claims.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  const weights =
    total > 0 && claims.every((one) => one !== null) ? claims.map((one) => one ?? 0) : claims.map(() => 1);
  const all = weights.reduce((sum, one) => sum + one, 0);
  const parts = weights.map((one) => Math.floor((whole * one) / all));
  let rest = whole - parts.reduce((sum, one) => sum + one, 0);
  for (let n = 0; rest > 0; n = (n + 1) % parts.length, rest -= 1) parts[n]! += 1;
  return parts;
}

export function sharesStart(draft: Agreement): GroupShares[] {
  return draft.shares.map(({ party, shares, why }) => ({ party, shares: [...shares], why: why ?? "" }));
}

/** As the form is sent: who has no sum is left out, and a group of which nothing is said. */
export function sharesBody(all: GroupShares[], parties: string[]): object[] {
  return all
    .filter((group) => parties.includes(group.party))
    .map(({ party, shares, why }) => ({
      party,
      shares: shares.filter((one) => one.amount !== null),
      ...(why.trim() ? { why } : {}),
    }))
    .filter((group) => group.shares.length > 0);
}

/** What the newest agreement that says so gives this member; nothing where none does. */
export function agreedFor(file: FileView, member: string): number | null {
  for (const agreement of file.dispute.agreements.toReversed())
    for (const group of agreement.shares) for (const one of group.shares) if (one.member === member) return one.amount;
  return null;
}
