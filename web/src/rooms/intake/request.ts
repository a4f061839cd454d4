// The request form: its values as they are typed, and what is sent. One form for the desk,
// the mediator on the spot, the lead that becomes a request, and the agency that refers.
import { now } from "../../lib/clock";
import { isoDay } from "../../lib/fmt";
import { identityIn } from "../../lib/identity";
import type { FieldProps, FormState } from "../../ui";

export interface MemberValues {
  name: string;
  phone: string;
  claim: number | null;
  representative: boolean;
  authorised: boolean;
}

export interface PartyValues {
  side: "applicant" | "respondent";
  kind: "person" | "organisation" | "group";
  name: string;
  phone: string;
  address: string;
  id_number: string;
  credit_code: string;
  represented_by: string;
  sex: "female" | "male" | null;
  birth_date: string | null;
  lives_on_own_labour: boolean;
  guardian: { name: string; phone: string; relation: string; accused: boolean };
  members: MemberValues[];
  language: string | null;
  interpreter: boolean;
  consent: string | null;
}

export interface RequestValues {
  kind: string | null;
  source: string | null;
  place: string;
  facts: string;
  request: string;
  amount: number | null;
  marks: string[];
  parties: PartyValues[];
  happened_at: string | null;
}

export function blankParty(side: PartyValues["side"]): PartyValues {
  return {
    side,
    kind: "person",
    name: "",
    phone: "",
    address: "",
    id_number: "",
    credit_code: "",
    represented_by: "",
    sex: null,
    birth_date: null,
    lives_on_own_labour: false,
    guardian: { name: "", phone: "", relation: "", accused: false },
    members: [],
    language: "zh",
    interpreter: false,
    consent: side === "applicant" ? "agreed" : "not_asked",
  };
}

/** Who comes to the desk agrees by coming; a report or a hand-over is nobody's consent. */
function blankParties(source: string | null): PartyValues[] {
  const parties = [blankParty("applicant"), blankParty("respondent")];
  if (source !== "lead" && source !== "other_agency") return parties;
  return parties.map((one) => ({ ...one, consent: "not_asked" }));
}

export function blankRequest(source: string | null = "walk_in"): RequestValues {
  return {
    kind: null,
    source,
    place: "",
    facts: "",
    request: "",
    amount: null,
    marks: [],
    parties: blankParties(source),
    happened_at: null,
  };
}

/** Whole years on a day; null without a birth date. */
export function ageOf(birth: string | null, today: string = isoDay(now())): number | null {
  if (birth?.length !== 10) return null;
  const years = Number(today.slice(0, 4)) - Number(birth.slice(0, 4));
  return today.slice(5) < birth.slice(5) ? years - 1 : years;
}

const orNull = (text: string) => (text.trim() === "" ? null : text.trim());

/** Under 18, unless 16 or 17 and living on own labour (Civil Code art. 17–20). */
export function needsGuardian(party: PartyValues): boolean {
  if (party.kind !== "person") return false;
  const age = ageOf(party.birth_date ?? identityIn(party.id_number)?.birth ?? null);
  return age !== null && age < 18 && !(age >= 16 && party.lives_on_own_labour);
}

/** Harm is suspected: the request comes in, and is reported, whoever may act for the child (MIN art. 11). */
export const harmSuspected = (values: RequestValues) => values.marks.includes("suspected_harm_to_minor");

function guardianBody({ guardian }: PartyValues, harm: boolean) {
  if (harm && guardian.name.trim() === "") return null;
  return { ...guardian, phone: orNull(guardian.phone) };
}

function partyBody(party: PartyValues, harm: boolean) {
  const person = party.kind === "person";
  return {
    ...party,
    phone: orNull(party.phone),
    id_number: party.kind === "organisation" ? null : orNull(party.id_number),
    credit_code: party.kind === "organisation" ? orNull(party.credit_code) : null,
    sex: person ? party.sex : null,
    birth_date: person ? party.birth_date : null,
    lives_on_own_labour: person && party.lives_on_own_labour,
    guardian: needsGuardian(party) ? guardianBody(party, harm) : null,
    members: party.kind === "group" ? party.members.map((one) => ({ ...one, phone: orNull(one.phone) })) : [],
  };
}

/** What is sent; empty party cards at the end that nobody filled in are left out. */
export function requestBody(values: RequestValues) {
  const blank = JSON.stringify(blankParty("respondent"));
  const last = values.parties.findLastIndex((one) => JSON.stringify(one) !== blank);
  return {
    ...values,
    kind: values.kind ?? "",
    source: values.source ?? "walk_in",
    parties: values.parties.slice(0, last + 1).map((one) => partyBody(one, harmSuspected(values))),
  };
}

/** A part of a larger form, seen as a request form of its own. */
export interface RequestDoor {
  values: RequestValues;
  field: <V>(path: string) => FieldProps<V>;
  set: (change: Partial<RequestValues>) => void;
  add: (path: string, item: unknown) => void;
  remove: (path: string, index: number) => void;
}

/** The request form itself. */
export function wholeDoor(form: FormState<RequestValues>): RequestDoor {
  return {
    values: form.values,
    field: <V>(path: string) => form.field(path) as unknown as FieldProps<V>,
    set: form.set,
    add: form.add,
    remove: form.remove,
  };
}

/** The request inside a form that calls it `request`. */
export function innerDoor<V extends { request: RequestValues }>(form: FormState<V>): RequestDoor {
  return {
    values: form.values.request,
    field: <W>(path: string) => form.field(`request.${path}`) as unknown as FieldProps<W>,
    set: (change) => form.set((before) => ({ request: { ...before.request, ...change } }) as Partial<V>),
    add: (path, item) => form.add(`request.${path}`, item),
    remove: (path, index) => form.remove(`request.${path}`, index),
  };
}
