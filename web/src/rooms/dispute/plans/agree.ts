// Agreements and their signatures.
import { later } from "../../../lib/later";
import { AgreementBox, agreementBody, agreementStart } from "../forms/AgreementBox";
import { area, check, enumeration, happened, number, own, parties, party, pick } from "../forms/field";
import type { Plan, Values } from "../forms/plan";
import { IssuesBox, SecondBox } from "../forms/SecondBox";
import { hasSigned, pensOf } from "../signing";
import type { FileView } from "../types";
import { openDraft } from "../words";
import { everybody, none } from "./shared";

const CheckedBox = later(() => import("../forms/CheckedBox").then((file) => file.CheckedBox), null);
const SharesBox = later(() => import("../forms/SharesBox").then((file) => file.SharesBox));
const SignerBox = later(() => import("../forms/SignerBox").then((file) => file.SignerBox), null);

const unsigned = (file: FileView) => {
  const draft = openDraft(file);
  return draft ? draft.parties.filter((id) => !hasSigned(file, draft, id)) : [];
};

/** A member's paper is opened for the member; the party is the group. */
const memberStart = (file: FileView, about: string): Values => {
  const group = file.dispute.parties.find((one) => one.members.some((member) => member.id === about));
  return group ? { party: group.id, member: about } : {};
};

const agreementFields = [
  parties("parties", { start: everybody, required: true }),
  area("facts", { required: true }),
  area("terms", { required: true }),
  own("obligations", AgreementBox, () => [], { kind: "promises" }),
  own("shares", SharesBox, () => []),
  area("breach", { rows: 2 }),
  enumeration("third_parties", "third_parties"),
  check("asks_confirmation"),
  number("copies"),
  check("partial"),
  own("issues", IssuesBox, () => []),
  own("second", SecondBox, () => null),
  own("checked", CheckedBox, () => null),
];

export const agreePlans: Record<string, Plan> = {
  "resolution.agreement_drafted": {
    group: "agree",
    verb: "POST",
    path: () => "agreements",
    wide: true,
    at: (path) => path.replace(/^text\./, ""),
    fields: [...agreementFields, happened()],
    start: (file) => agreementStart(file, openDraft(file)),
    body: ({ happened_at, ...values }, file) => ({
      agreement: openDraft(file)?.id,
      text: agreementBody(values),
      happened_at,
    }),
  },
  "resolution.signed": {
    group: "agree",
    verb: "POST",
    fits: (file) => unsigned(file).length > 0,
    path: (_values, file) => `agreements/${openDraft(file)?.id ?? none}/signatures`,
    start: memberStart,
    fields: [
      party("party", { about: true, of: unsigned }),
      pick("member", "members", { optional: true, label: "signingMember" }),
      own("as", SignerBox, () => null, { label: "signedAs", kind: { enumeration: "signs_as" } }),
      enumeration("manner", "signing", {
        required: true,
        without: ["electronic"],
        start: "signature",
        label: "signing",
      }),
      happened(),
    ],
    // What was chosen for one party says nothing of another, chosen after it.
    body: ({ as, ...values }, file) => ({
      ...values,
      as: pensOf(file, values.party).some((one) => one.as === as) ? as : undefined,
    }),
  },
  "resolution.mediator_signed": {
    group: "agree",
    verb: "POST",
    fits: (file) => openDraft(file) !== undefined && !openDraft(file)?.mediator_signed_at,
    path: (_values, file) => `agreements/${openDraft(file)?.id ?? none}/mediator-signature`,
    fields: [happened()],
  },
  "resolution.sealed": {
    group: "agree",
    verb: "POST",
    final: true,
    fits: (file) => openDraft(file) !== undefined,
    path: (_values, file) => `agreements/${openDraft(file)?.id ?? none}/seal`,
    fields: [happened()],
  },
  "resolution.orally_agreed": {
    group: "agree",
    verb: "POST",
    path: () => "oral-agreements",
    wide: true,
    at: (path) => path.replace(/^text\./, ""),
    fits: (file) => !openDraft(file),
    fields: [...agreementFields, happened()],
    start: (file) => agreementStart(file),
    body: ({ happened_at, ...values }) => ({ text: agreementBody(values), happened_at }),
  },
};
