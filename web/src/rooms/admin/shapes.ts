// What the server says about offices, people and accounts to those who administer them.
import type { components } from "../../schema";

type Told = components["schemas"];

export type Account = Told["registry.AccountView"];
export type AccountState = Told["registry.AccountState"];
export type AccountList = Told["registry.AccountList"];
export type Administrators = Told["registry.Administrators"];
export type Invited = Told["registry.Invited"];
export type Level = Told["registry.Level"];
export type OfficeKind = Told["registry.OrganisationKind"];
export type Person = Told["registry.PersonView"];
export type Role = Told["access.Role"];
export type Service = Told["registry.Service"];

export type Subject = Told["documents.roll.Subject"];
export type ListPreview = Told["documents.ListPreview"];
export type ListImport = Told["documents.ListImport"];
export type ListFile = Told["documents.ListFile"];
export type FaultLine = Told["documents.FaultLine"];
