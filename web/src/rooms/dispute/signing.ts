// Who has put a name under an agreement, and who is missing: the rule of src/dispute/dispute.cpp.
import type { components } from "../../schema";
import type { Agreement, FileView, Party } from "./types";

type Signature = Agreement["signatures"][number];
export type SigningLink = Agreement["links"][number];

// What stands for "none" in an answer: the key of nothing.
const nobody = /^0+$/;
const real = (key: string | null | undefined) => (key && !nobody.test(key) ? key : null);

export const memberOf = (one: { member?: string | null } | null | undefined) => real(one?.member);

export function signatureOf(agreement: Agreement, party: string, member: string | null): Signature | undefined {
  return agreement.signatures.find((one) => one.party === party && memberOf(one.pen) === member);
}

/** By which signature a member of a group is bound: his own, or that of a representative whom he authorised. */
function bound(group: Party, agreement: Agreement, member: Party["members"][number]): Signature | undefined {
  const own = signatureOf(agreement, group.id, member.id);
  if (own || !member.authorised) return own;
  for (const one of group.members) {
    const theirs = one.representative && !one.left ? signatureOf(agreement, group.id, one.id) : undefined;
    if (theirs) return theirs;
  }
  return undefined;
}

export function hasSigned(file: FileView, agreement: Agreement, id: string): boolean {
  if (signatureOf(agreement, id, null)) return true;
  const group = file.dispute.parties.find((one) => one.id === id);
  if (group?.kind !== "group" || group.members.length === 0) return false;
  return group.members.every((one) => one.left || bound(group, agreement, one));
}

export type LinkState = "open" | "used" | "void" | "expired";

/** A link is void once it was taken back, or the text was changed. */
export function linkState(link: SigningLink, now: number): LinkState {
  if (link.used_at) return "used";
  if (link.revoked_at) return "void";
  return Date.parse(link.expires_at) <= now ? "expired" : "open";
}

/** The newest link of a signer. */
export function latestLink(agreement: Agreement, party: string, member: string | null): SigningLink | undefined {
  return agreement.links.findLast((one) => one.party === party && memberOf(one) === member);
}

export interface Signer {
  party: string;
  /** Of a group that signs one by one. */
  member: string | null;
}

/** Everybody whose name belongs under it: parties, and of a group that is no paper of the whole each member. */
export function signersOf(file: FileView, agreement: Agreement): Signer[] {
  return agreement.parties.flatMap((id): Signer[] => {
    const party = file.dispute.parties.find((one) => one.id === id);
    const whole = signatureOf(agreement, id, null);
    if (party?.kind !== "group" || party.members.length === 0 || whole) return [{ party: id, member: null }];
    return party.members.filter((one) => !one.left).map((one) => ({ party: id, member: one.id }));
  });
}

export interface PenHolder {
  as: components["schemas"]["dispute.SignsAs"];
  name: string;
}

/** Where one of several may have signed for a party, each of them (signers_of in src/resolution/signing_rules.cpp). */
export function pensOf(file: FileView, id: string): PenHolder[] {
  const party = file.dispute.parties.find((one) => one.id === id);
  if (party?.kind !== "person" || party.capacity !== "full" || !party.represented_by) return [];
  return [
    { as: "self", name: party.name ?? "" },
    { as: "agent", name: party.represented_by },
  ];
}

export function realKey(key: string | null | undefined): string | null {
  return real(key);
}
