// What the server answers, by the names that this house uses for it. The shapes themselves
// come from the server's own description (schema.d.ts); nothing is declared here twice.
import type { components } from "../../schema";

type Told = components["schemas"];

export type Article = Told["dispute.ArticleView"];
export type CallAsked = Told["mediation.CallView"];
export type Catalogue = Told["app.CatalogueView"];
export type Choice = Told["app.ChoiceView"];
export type Choosables = Told["diversion.Choosables"];
export type MyComplaints = Told["acceptance.MyComplaints"];
export type Division = Told["registry.Division"];
export type Feedback = Told["linkage.Feedback"];
export type Figure = Told["indicators.FigureView"];
export type Figures = Told["indicators.FiguresView"];
export type FileView = Told["dispute.FileView"];
export type Kind = Told["app.KindView"];
export type Lead = Told["warning.LeadView"];
export type Line = Told["dispute.Line"];
export type Lines = Told["app.Lines"];
export type Matter = Told["acceptance.MatterView"];
export type Mediator = Told["registry.MediatorView"];
export type MyDesk = Told["app.MyDesk"];
export type Organisation = Told["registry.OrganisationView"];
export type OwnData = Told["privacy.OwnData"];
export type OwnDispute = Told["privacy.OwnDispute"];
export type OwnRequest = Told["privacy.OwnRequestView"];
export type Part = Told["indicators.Part"];
export type Checked = Told["resolution.Checked"];
export type Finding = Told["resolution.FindingView"];
export type Method = Told["mediation.MethodView"];
export type Outlook = Told["mediation.OutlookView"];
export type PracticeView = Told["mediation.PracticeView"];
export type Suggestion = Told["mediation.SuggestionView"];
export type Suggestions = Told["mediation.Suggestions"];
export type PolicyView = Told["oversight.PolicyView"];
export type PromiseLine = Told["linkage.PromiseView"];
export type ReceiptCode = Told["dispute.ReceiptCode"];
export type Referral = Told["linkage.ReferralView"];
export type Session = Told["registry.SessionView"];
export type StillOwed = Told["privacy.StillOwed"];
export type Company = Told["teams.Company"];
export type Team = Told["teams.TeamView"];
export type TeamLine = Told["teams.TeamLine"];
export type Stage = Told["dispute.Stage"];
