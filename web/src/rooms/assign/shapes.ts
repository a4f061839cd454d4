import type { components } from "../../schema";

type Told = components["schemas"];

export type Board = Told["diversion.BoardView"];
export type BoardLine = Told["diversion.BoardLine"];
export type BoardMediator = Told["diversion.BoardMediator"];
export type Candidate = Told["diversion.MediatorView"];
export type Proposed = Told["diversion.ProposedView"];
export type Whole = Told["diversion.WholeProposal"];
export type Approved = Told["diversion.ApprovedAll"];

/** One line of what the director decides. */
export interface Approval {
  dispute: string;
  version: number;
  person: string;
  proposed?: string | null;
  reason?: string;
}
