// What each side offers about an issue, laid side by side: the latest offers, the gap between them,
// and whether the bottom lines meet. Computed on the mediator's page alone, and kept nowhere.
import type { FileView, VaultSlip } from "./types";

/** An offer or bottom line with its amount in fen. */
export interface Step {
  id: string;
  party: string;
  at: string;
  fen: number;
}

export interface Latest {
  party: string;
  fen: number;
  at: string;
  /** How far it moved from its offer before; null for a first one. */
  moved: number | null;
}

export type Overlap = "unknown" | "meet" | "apart";

export interface Ladder {
  issue: string;
  title: string | null;
  /** Of each party that made one about money, in the order of the file. */
  latest: Latest[];
  /** Fen between the two; null unless exactly two parties have offered. */
  gap: number | null;
  /** Every offer about money, the oldest first. */
  steps: Step[];
  /** Offers without an amount, the oldest first. */
  other: VaultSlip[];
  lines: Step[];
  overlap: Overlap;
  /** Fen between bottom lines that meet: the room for an agreement; or how far they are apart. */
  room: number | null;
}

/** A sealed amount is told as digits of fen; whoever may not read it has none. */
export function fenOf(slip: Pick<VaultSlip, "amount">): number | null {
  return slip.amount !== null && /^\d+$/.test(slip.amount) ? Number(slip.amount) : null;
}

const nobody = (key: string) => /^0*$/.test(key);
const byTime = (a: { at: string; id: string }, b: { at: string; id: string }) =>
  a.at.localeCompare(b.at) || a.id.localeCompare(b.id);

function stepsOf(slips: VaultSlip[]): Step[] {
  return slips
    .flatMap((one) => {
      const fen = fenOf(one);
      return fen === null ? [] : [{ id: one.id, party: one.party, at: one.at, fen }];
    })
    .sort(byTime);
}

function lastOf(steps: Step[], party: string): Latest | null {
  const own = steps.filter((one) => one.party === party);
  const last = own.at(-1);
  if (!last) return null;
  const before = own.at(-2);
  return { party, fen: last.fen, at: last.at, moved: before ? last.fen - before.fen : null };
}

/**
 * Who is to receive: the one who asked for more at first; while nothing tells, the applicant. The
 * bottom line of whoever receives is the least, of whoever pays the most.
 */
export function receiver(file: FileView, steps: Step[], two: [string, string]): string {
  const first = (party: string) => steps.find((one) => one.party === party)?.fen;
  const [a, b] = two;
  const [fa, fb] = [first(a), first(b)];
  if (fa !== undefined && fb !== undefined && fa !== fb) return fa > fb ? a : b;
  return file.dispute.parties.find((one) => two.includes(one.id) && one.side === "applicant")?.id ?? a;
}

/** Whether a sum exists with which both could live. */
export function overlapOf(file: FileView, steps: Step[], lines: Step[]): { overlap: Overlap; room: number | null } {
  const two = lines.map((one) => one.party);
  if (lines.length !== 2 || two[0] === undefined || two[1] === undefined) return { overlap: "unknown", room: null };
  const gets = receiver(file, steps, [two[0], two[1]]);
  const least = lines.find((one) => one.party === gets)!.fen;
  const most = lines.find((one) => one.party !== gets)!.fen;
  return { overlap: most >= least ? "meet" : "apart", room: Math.abs(most - least) };
}

export function ladders(file: FileView): Ladder[] {
  const { issues, vault } = file.dispute.room;
  const parties = file.dispute.parties.map((one) => one.id);
  return issues.map(({ id, title }) => {
    const offers = vault.filter((one) => one.kind === "offer" && one.issue === id);
    const steps = stepsOf(offers);
    const latest = parties.flatMap((party) => lastOf(steps, party) ?? []);
    // A bottom line without an issue is about the only one that there is.
    const own = (one: VaultSlip) => one.issue === id || (nobody(one.issue) && issues.length === 1);
    const said = stepsOf(vault.filter((one) => one.kind === "bottom_line" && own(one)));
    const lines = parties.flatMap((party) => said.filter((one) => one.party === party).at(-1) ?? []);
    return {
      issue: id,
      title,
      latest,
      gap: latest.length === 2 ? Math.abs(latest[0]!.fen - latest[1]!.fen) : null,
      steps,
      other: offers.filter((one) => fenOf(one) === null).sort(byTime),
      lines,
      ...overlapOf(file, steps, lines),
    };
  });
}
