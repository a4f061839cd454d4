// The file of a dispute as GET /disputes/{dispute} answers it.
export type Side = "applicant" | "respondent";
export type Stage =
  | "requested"
  | "accepted"
  | "inviting"
  | "diverted"
  | "mediating"
  | "agreed"
  | "visiting"
  | "archived"
  | "advised"
  | "refused"
  | "terminated"
  | "transferred";
export type Text = string | null;

export interface Article {
  key: string;
  law: string;
  article: string;
  says: string;
}

export interface Next {
  action: string;
  says: string;
  due: string | null;
  overdue: boolean;
  why: string[];
  article: Article | null;
  organisation: string;
  organisation_name: string;
  person: string | null;
  person_name: string | null;
  phone: string;
  /** The command that does it. */
  deed: string;
  /** Key of the party, session, agreement or promise concerned; "" for the dispute. */
  subject: string;
}

export interface Clock {
  key: string;
  name: string;
  due: string;
  paused: boolean;
  overdue: boolean;
  legal: boolean;
  why: string[];
  consequence: string;
  article: Article | null;
}

export interface Entry {
  n: number;
  deed: string;
  says: string;
  happened_at: string;
  recorded_at: string;
  entered_late: boolean;
  person_name: string;
  texts: string[];
  details: { name: string; value: string }[];
}

export interface Named {
  id: string;
  name: string;
  phone: string;
}

export interface Member {
  id: string;
  name: Text;
  phone: Text;
  claim: number | null;
  representative: boolean;
  authorised: boolean;
  left: boolean;
}

export interface Party {
  id: string;
  side: Side;
  kind: "person" | "organisation" | "group";
  name: Text;
  phone: Text;
  address: Text;
  id_number: Text;
  credit_code: Text;
  represented_by: Text;
  sex: "female" | "male" | null;
  birth_year: number | null;
  capacity: "full" | "limited" | "none";
  guardian: { name: Text; phone: Text; relation: string; accused: boolean } | null;
  members: Member[];
  language: string;
  interpreter: boolean;
  consent: "not_asked" | "agreed" | "refused" | "unreachable";
  consent_at: string | null;
  rights_told_at: string | null;
  left: boolean;
}

export interface Handling {
  organisation: string;
  level: string;
  committee: boolean;
  sent_at: string;
  received_at: string | null;
  ended_at: string | null;
  reason: string;
  number: string;
}

export interface Appointment {
  person: string;
  presiding: boolean;
  chosen_by_parties: boolean;
  from: string;
  until: string | null;
  reason: string;
}

export interface Session {
  id: string;
  kind: "joint" | "separate" | "investigation" | "conference";
  by: string;
  place: Text;
  planned_for: string | null;
  held_at: string | null;
  parties: string[];
  participants: string[];
  language: string;
  interpreter: boolean;
  methods: string[];
  record: Text;
  result: string | null;
}

export interface Obligation {
  id: string;
  from: string;
  to: string;
  what: Text;
  manner: string;
  amount: number | null;
  due: string;
  performed: { at: string; amount: number | null; evidence: Text }[];
  state: "open" | "performed" | "late" | "waived" | "breached";
  settled_at: string | null;
}

export interface Agreement {
  id: string;
  oral: boolean;
  number: string;
  parties: string[];
  facts: Text;
  terms: Text;
  breach: Text;
  copies: number;
  ends_dispute: boolean;
  obligations: Obligation[];
  signatures: { party: string; manner: string; at: string }[];
  mediator_signed_at: string | null;
  sealed_at: string | null;
  reached_at: string | null;
  effective_at: string | null;
}

export interface Visit {
  id: string;
  at: string;
  by: string;
  answers: { party: string; satisfaction: string }[];
  performed: boolean;
  relapse: boolean;
  findings: Text;
}

export interface Risk {
  id: string;
  kind: string;
  level: "yellow" | "orange" | "red";
  raised_at: string;
  about: Text;
  reported_to: string;
  reported_at: string | null;
  cleared_at: string | null;
}

export interface Dispute {
  id: string;
  version: number;
  stage: Stage;
  historical: boolean;
  kind: string;
  source: string;
  place: string;
  original: string;
  reopened_as: string;
  merged_into: string;
  facts: Text;
  request: Text;
  amount: number | null;
  people: number;
  marks: string[];
  started_at: string;
  accepted_at: string | null;
  grade: "general" | "complex" | "major" | null;
  parties: Party[];
  handlings: Handling[];
  diverted_at: string | null;
  appointments: Appointment[];
  participants: { id: string; role: string; name: Text; consented: string[] }[];
  sessions: Session[];
  pauses: { from: string; until: string | null; reason: string }[];
  extensions: { days: number; agreed_at: string }[];
  risks: Risk[];
  agreements: Agreement[];
  visits: Visit[];
  termination: { at: string; reason: string; remedies: string[]; delivered_at: string | null; note: Text } | null;
  closed_as: string | null;
  closing_reason: string;
  remedies: string[];
  closing_note: Text;
  concluded_at: string | null;
  archived_at: string | null;
}

export interface FileView {
  id: string;
  version: number;
  number: string;
  kind_name: string;
  place_name: string;
  stage_name: string;
  source_name: string;
  dispute: Dispute;
  next: Next | null;
  clocks: Clock[];
  timeline: Entry[];
  allowed: string[];
  organisations: Named[];
  people: Named[];
}

export interface ReceiptCode {
  party: string;
  side: Side;
  code: string;
}

export interface Contact {
  phone: string | null;
  address: string | null;
  id_number: string | null;
  guardian_phone: string | null;
}

export interface Reason {
  key: string;
  says: string;
}

export interface Proposal {
  grade: "general" | "complex" | "major";
  reasons: Reason[];
  doors: { organisation: string; name: string; level: string; proposed: boolean }[];
  mediators: {
    person: string;
    name: string;
    languages: string;
    load: number;
    certificate_valid: boolean;
    reasons: Reason[];
  }[];
  methods: Reason[];
}

export interface Choice {
  key: string;
  name: string;
  statute: string;
  prompts: string[];
}

export interface Catalogue {
  kinds: { key: string; name: string; category: string }[];
  choices: Record<string, Choice[]>;
  enumerations: Record<string, Choice[]>;
}
