// Agreements and their signatures.
import { AgreementBox, agreementBody, agreementStart } from "../forms/AgreementBox";
import { CheckedBox } from "../forms/CheckedBox";
import { area, check, enumeration, happened, number, own, parties, party } from "../forms/field";
import type { Plan } from "../forms/plan";
import type { FileView } from "../types";
import { openDraft } from "../words";
import { everybody, none } from "./shared";

const unsigned = (file: FileView) => {
  const draft = openDraft(file);
  return (draft?.parties ?? []).filter((id) => !draft?.signatures.some((one) => one.party === id));
};

const agreementFields = [
  parties("parties", { start: everybody, required: true }),
  area("facts", { required: true }),
  area("terms", { required: true }),
  own("obligations", AgreementBox, () => []),
  area("breach", { rows: 2 }),
  enumeration("third_parties", "third_parties"),
  check("asks_confirmation"),
  number("copies"),
  check("partial"),
  own("checked", CheckedBox, () => null),
];

export const agreePlans: Record<string, Plan> = {
  "resolution.agreement_drafted": {
    group: "agree",
    verb: "POST",
    path: () => "agreements",
    wide: true,
    at: (path) => path.replace(/^text\./, ""),
    fields: agreementFields,
    start: (file) => agreementStart(file, openDraft(file)),
    body: (values, file) => ({ agreement: openDraft(file)?.id, text: agreementBody(values) }),
  },
  "resolution.signed": {
    group: "agree",
    verb: "POST",
    fits: (file) => unsigned(file).length > 0,
    path: (_values, file) => `agreements/${openDraft(file)?.id ?? none}/signatures`,
    fields: [
      party("party", { about: true, of: unsigned }),
      enumeration("manner", "signing", {
        required: true,
        without: ["electronic"],
        start: "signature",
        label: "signing",
      }),
      happened(),
    ],
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
