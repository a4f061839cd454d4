// What the server answers about people who serve, by the names that this room uses for it.
import type { components } from "../../schema";

type Told = components["schemas"];

export type PersonPage = Told["workforce.PersonPage"];
export type PersonLine = Told["workforce.PersonLine"];
export type PeopleList = Told["workforce.PeopleList"];
export type CertificateState = Told["workforce.CertificateState"];
export type Card = Told["workforce.CardView"];
export type Absence = Told["workforce.AbsenceView"];
export type Engagement = Told["workforce.EngagementView"];
export type Grades = Told["workforce.GradesView"];
export type Grade = Told["workforce.GradeView"];
export type Proposals = Told["workforce.Proposals"];
export type Proposal = Told["workforce.ProposalLine"];
export type Honour = Told["workforce.HonourView"];
export type Wall = Told["workforce.Wall"];
export type Training = Told["workforce.TrainingView"];
export type TrainingList = Told["workforce.TrainingList"];
export type HoursList = Told["workforce.HoursList"];
export type HoursLine = Told["workforce.HoursLine"];
export type Complaint = Told["workforce.ComplaintView"];
export type ComplaintLine = Told["workforce.ComplaintLine"];
export type ComplaintList = Told["workforce.Complaints"];
export type Matter = Told["workforce.Matter"];
export type MatterList = Told["workforce.MatterList"];
