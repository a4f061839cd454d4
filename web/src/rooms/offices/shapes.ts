// What the server says about an organisation, its term and its history.
import type { components } from "../../schema";

type Told = components["schemas"];

export type Overview = Told["app.Overview"];
export type Beside = Told["app.Beside"];
export type Serving = Told["app.ServingView"];
export type OfficeFigures = Told["app.OfficeFigures"];
export type History = Told["app.History"];
export type Numbers = Told["app.NumbersView"];
export type Series = Told["app.SeriesView"];
export type Annulled = Told["app.AnnulledView"];
export type HistoryEntry = Told["app.HistoryEntry"];
export type Term = Told["committees.TermView"];
export type TermList = Told["committees.TermList"];
export type Seat = Told["committees.SeatView"];
export type Notice = Told["committees.NoticeView"];
export type Duties = Told["committees.Duties"];
export type Duty = Told["committees.DutyView"];
export type Post = Told["committees.Post"];
export type Electors = Told["committees.Electors"];
export type Leaving = Told["committees.Leaving"];
export type Basis = Told["registry.Basis"];

export const pageOf = (id: string) => `/desk/organisations/${id}`;
