// What the server answers, as the pages of this house read it.
import type { Role } from "../../shell/session";

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

export interface Line {
  id: string;
  version: number;
  number: string;
  parties: string;
  kind: string;
  kind_name: string;
  stage: Stage;
  stage_name: string;
  grade: string | null;
  source: string;
  place_name: string;
  organisation_name: string;
  person_name: string | null;
  next_action: string | null;
  next_says: string | null;
  due_at: string | null;
  overdue: boolean;
  requested_at: string;
  concluded_at: string | null;
  outcome: string | null;
}

export interface MyDesk {
  items: Line[];
  in_hand: number;
  overdue: number;
  due_this_week: number;
  concluded_this_month: number;
  leads: number;
  referrals: number;
}

export interface Lines {
  disputes: Line[];
  cursor: string | null;
}

export interface ReceiptCode {
  party: string;
  side: "applicant" | "respondent";
  code: string;
}

export interface FileView {
  id: string;
  version: number;
  number: string;
  kind_name: string;
  place_name: string;
  stage_name: string;
  dispute: { parties: { id: string; side: "applicant" | "respondent"; name: string | null }[] };
}

export interface Session {
  signed_in: boolean;
  username: string;
  person_name: string;
  organisation: string | null;
  organisation_name: string;
  roles: { role: Role; role_name: string; organisation: string; organisation_name: string }[];
  language: string;
  demo: boolean;
}

export interface Division {
  code: string;
  parent: string;
  name: string;
  name_en: string;
}

export interface Organisation {
  id: string;
  parent: string | null;
  kind: string;
  kind_name: string;
  level: string;
  name: string;
  name_en: string;
  division: string;
  division_name: string;
  phone: string;
  address: string;
  hours: string;
  may_handle: boolean;
}

export interface Mediator {
  id: string;
  name: string;
  phone: string;
  languages: string[];
  skills: string[];
  certificate_valid: boolean;
  certificate_until: string | null;
  load: number;
}

export interface Choice {
  key: string;
  name: string;
  statute: string;
  prompts: string[];
}

export interface Kind {
  key: string;
  category: string;
  name: string;
  needs_writing: boolean;
  methods: string[];
}

export interface Catalogue {
  kinds: Kind[];
  choices: Record<string, Choice[]>;
  enumerations: Record<string, Choice[]>;
}

export interface Article {
  key: string;
  law: string;
  article: string;
  says: string;
}

export interface Lead {
  id: string;
  version: number;
  status: "reported" | "no_dispute" | "solved_on_the_spot" | "became_request" | "merged";
  status_name: string;
  kind: string;
  kind_name: string;
  place: string;
  place_name: string;
  urgency: "calm" | "soon" | "now";
  where: string | null;
  words: string | null;
  outcome: string | null;
  reported_at: string;
  due_at: string | null;
  overdue: boolean;
  dispute: string | null;
  became: string | null;
  mine: boolean;
}

export interface PromiseLine {
  what: string;
  amount: number | null;
  due: string;
  state: "open" | "performed" | "late" | "waived" | "breached";
}

export interface Feedback {
  stage: Stage;
  stage_name: string;
  number: string;
  organisation_name: string;
  mediator_name: string | null;
  legal_due: string | null;
  agreements: {
    number: string;
    oral: boolean;
    effective_at: string;
    terms: string | null;
    promises: PromiseLine[];
  }[];
  ended_because: string | null;
  remedies: string[];
  risk_remains: boolean;
  concluded_at: string | null;
}

export interface Referral {
  id: string;
  version: number;
  status: "sent" | "accepted" | "declined";
  status_name: string;
  agency_name: string;
  desk_name: string;
  reference: string;
  court_stage: string | null;
  answer_by: string | null;
  calls: number;
  consent_stated: boolean;
  sent_at: string;
  answer_due: string | null;
  overdue: boolean;
  answered_at: string | null;
  request: {
    kind: string;
    place: string;
    facts: string;
    request: string;
    amount: number | null;
    parties: { side: string; name: string }[];
  } | null;
  decline_reason: string | null;
  decline_note: string | null;
  dispute: string | null;
  feedback: Feedback | null;
  may_answer: boolean;
}

export interface Part {
  key: string;
  name: string;
  numerator: number;
  denominator: number;
  hundredths: number | null;
  low: number;
  high: number;
}

export interface Figure {
  key: string;
  name: string;
  definition: string;
  numerator_is: string;
  denominator_is: string;
  total: Part;
  months: Part[];
  organisations: Part[];
}

export interface Figures {
  from: string;
  to: string;
  as_of: string;
  rounding: string;
  figures: Figure[];
}

export interface Matter {
  number: string;
  kind_name: string;
  place_name: string;
  stage: Stage;
  stage_says: string;
  side: "applicant" | "respondent";
  my_name: string;
  others: string[];
  duty: "answer_consent" | "attend" | "perform" | "wait" | "nothing";
  duty_says: string;
  due: string | null;
  next_says: string;
  organisation_name: string;
  phone: string;
  person_name: string | null;
  article: Article | null;
  my_consent: string;
  may_agree: boolean;
  may_refuse: boolean;
  may_withdraw: boolean;
  meetings: { at: string; place: string | null; by: "in_person" | "phone" | "video" }[];
  promises: (PromiseLine & { mine: boolean; who: string; to: string; overdue: boolean })[];
  agreement_number: string | null;
  agreement_effective_at: string | null;
  confirmation_until: string | null;
  remedies: string[];
  milestones: { says: string; at: string }[];
  language: string;
}
