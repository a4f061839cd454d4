// The file of a dispute, under short names.
import type { components } from "../../schema";

type All = components["schemas"];

export type FileView = All["dispute.FileView"];
export type Dispute = All["dispute.Dispute"];
export type Stage = All["dispute.Stage"];
export type Next = All["dispute.NextView"];
export type Clock = All["dispute.ClockView"];
export type Entry = All["dispute.Entry"];
export type Party = All["dispute.Party"];
export type Session = All["dispute.Session"];
export type Agreement = All["dispute.Agreement"];
export type Obligation = All["dispute.Obligation"];
export type ReceiptCode = All["dispute.ReceiptCode"];
export type Contact = All["dispute.Contact"];
export type Proposal = All["diversion.ProposalView"];
export type Conflict = All["dispute.Conflict"];
export type Candidate = All["diversion.MediatorView"];
export type WhyNotAnswer = All["diversion.WhyNotView"];
export type Catalogue = All["app.CatalogueView"];
export type Choice = All["app.ChoiceView"];
export type Call = All["dispute.Call"];
export type Issue = All["dispute.Issue"];
export type VaultSlip = All["dispute.VaultSlip"];
export type SafetyCheck = All["dispute.SafetyCheck"];
export type ChildHeard = All["dispute.ChildHeard"];
export type Protection = All["dispute.Protection"];
export type Confirmation = All["dispute.Confirmation"];
export type Preflight = All["resolution.Preflight"];
export type Article = All["dispute.ArticleView"];
export type Closing = All["documents.ClosingView"];
export type LackingPaper = All["documents.LackingPaper"];
export type Packages = All["documents.PackagesView"];
export type SentPackage = All["documents.PackageView"];
export type Packet = All["documents.PacketView"];
