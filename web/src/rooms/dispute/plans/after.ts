// Afterwards: visits, reopening, the archive, what is kept and no longer used, broken glass.
import { later } from "../../../lib/later";
import { ArchiveBox } from "../forms/ArchiveBox";
import { area, check, choice, enumeration, happened, line, own } from "../forms/field";
import { packageBody } from "../forms/packageBody";
import type { Plan } from "../forms/plan";
import { AnswersBox } from "../forms/VisitBox";
import { presentParties } from "../words";

const PackageBox = later(() => import("../forms/PackageBox").then((file) => file.PackageBox));

export const afterPlans: Record<string, Plan> = {
  "followup.visited": {
    group: "follow",
    verb: "POST",
    path: () => "visits",
    fields: [
      enumeration("by", "by", { required: true, start: "phone" }),
      own("answers", AnswersBox, (file) => presentParties(file).map((one) => ({ party: one.id, satisfaction: null }))),
      check("performed", { start: true, label: "visitPerformed" }),
      check("relapse"),
      area("findings", { required: true }),
      happened(),
    ],
    body: ({ answers, ...values }) => ({
      ...values,
      answers: (answers as { satisfaction: string | null }[]).filter((one) => one.satisfaction),
    }),
  },
  "followup.reopened": {
    group: "follow",
    verb: "POST",
    path: () => "reopening",
    final: true,
    fields: [
      choice("reason", "reopen"),
      area("facts", { required: true, label: "factsSince" }),
      area("request", { rows: 2 }),
    ],
  },
  "followup.archived": {
    group: "follow",
    verb: "POST",
    path: () => "closing",
    final: true,
    wide: true,
    fields: [own("retention", ArchiveBox, () => null)],
  },
  "documents.package_sent": {
    group: "follow",
    verb: "POST",
    path: () => "packages",
    final: true,
    wide: true,
    fits: (file) => !file.dispute.restricted_at,
    fields: [own("forms", PackageBox, () => [])],
    start: () => ({ organisation: null, basis: null, consented: [], papers: [], reason: "" }),
    body: (values) => packageBody(values),
  },
  "privacy.restricted": {
    group: "oversee",
    verb: "POST",
    path: () => "restriction",
    final: true,
    fits: (file) => !file.dispute.restricted_at,
    fields: [line("reason", { required: true })],
  },
  "privacy.released": {
    group: "oversee",
    verb: "POST",
    path: () => "restriction/release",
    fits: (file) => file.dispute.restricted_at !== null,
    fields: [line("reason", { required: true })],
  },
  "oversight.glass_broken": {
    group: "oversee",
    verb: "POST",
    path: () => "glass",
    final: true,
    fits: (file) => !file.sight.personal,
    fields: [line("reason", { required: true, label: "glassReason" })],
  },
};
