// A paper, photo or recording, under short names.
import type { components } from "../../schema";

type All = components["schemas"];

export type Paper = All["papers.PaperView"];
export type PaperList = All["papers.PaperList"];
export type MyPapers = All["papers.MyPapers"];
export type ShownPapers = All["papers.ShownPapers"];
export type PaperKind = All["papers.Kind"];
export type Visibility = All["papers.Visibility"];
