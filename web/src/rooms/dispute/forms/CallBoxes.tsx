// Calling a department: which one, by when; and which of those that were called.
import { useTranslation } from "react-i18next";
import { now } from "../../../lib/clock";
import { instant, isoDay } from "../../../lib/fmt";
import { RadioTiles, SelectField } from "../../../ui";
import { nameIn } from "../../shared/catalogue";
import { useOrganisations } from "../api";
import { isLate, running, stateOfCall } from "../calls";
import type { Call, FileView } from "../types";
import { organisationName } from "../words";
import { bound, useLabel } from "./field";
import type { BoxProps } from "./plan";

// As the server's rule: agencies, departments, committees, judicial offices and legal service centres.
const callable = new Set([
  "police",
  "petition_office",
  "procuratorate",
  "court",
  "department",
  "village_committee",
  "community_committee",
  "township_committee",
  "subdistrict_committee",
  "enterprise_committee",
  "social_committee",
  "judicial_office",
  "legal_service_centre",
]);
// Those that are called most stand first.
const order = ["police", "department", "judicial_office", "legal_service_centre", "petition_office", "procuratorate"];
const rank = (kind: string) => (order.includes(kind) ? order.indexOf(kind) : order.length);

export function DepartmentBox(box: BoxProps) {
  const { i18n } = useTranslation();
  const { data = [] } = useOrganisations();
  const { dispute } = box.file;
  const busy = new Set(running(dispute).map((one) => one.organisation));
  const host = dispute.handlings.findLast((one) => one.received_at)?.organisation;
  const options = data
    .filter((one) => callable.has(one.kind) && one.id !== host && !busy.has(one.id))
    .sort((a, b) => rank(a.kind) - rank(b.kind))
    .map((one) => ({ value: one.id, label: nameIn(one, i18n.language) }));
  return <SelectField {...bound<string | null>(box)} {...useLabel("department")} required search options={options} />;
}

const minute = 60_000;

/** In half an hour, at the next full five minutes. */
export function soon(from: number = now()): string {
  return new Date(Math.ceil((from + 30 * minute) / (5 * minute)) * 5 * minute).toISOString();
}

/** The end of the third working day from today; feast days are the clerk's to see to. */
export function inThreeWorkingDays(from: number = now()): string {
  let day = Date.parse(`${isoDay(from)}T12:00:00+08:00`);
  for (let left = 3; left > 0; ) {
    day += 86_400_000;
    const weekday = new Date(day + 8 * 3_600_000).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return instant(isoDay(day), "18:00");
}

export const toArrive = ({ dispute }: FileView): Call[] =>
  running(dispute).filter((one) => !one.arrived_at && !one.answered_at);
export const toAnswerFor = ({ dispute }: FileView): Call[] => running(dispute).filter((one) => isLate(dispute, one));
export const toEnd = ({ dispute }: FileView): Call[] => running(dispute);

export const firstCall = (among: (file: FileView) => Call[]) => (file: FileView, about: string) => {
  const calls = among(file);
  return (calls.find((one) => one.id === about) ?? calls[0])?.id ?? null;
};

/** One of the departments that were called and for which this can be done. */
export function callBox(among: (file: FileView) => Call[]) {
  return function CallBox(box: BoxProps) {
    const { t } = useTranslation("dispute");
    const options = among(box.file).map((one) => ({
      value: one.id,
      label: `${organisationName(box.file, one.organisation)} · ${t(`joint.state.${stateOfCall(box.file.dispute, one)}`)}`,
    }));
    return <RadioTiles {...bound<string | null>(box)} {...useLabel("call")} required options={options} />;
  };
}
