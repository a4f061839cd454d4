// Asking the court together to confirm an agreement (PML art. 33, CPL art. 205, 206).
import { useTranslation } from "react-i18next";
import { date } from "../../../lib/fmt";
import { useAsk } from "../../../lib/server";
import { Deadline, RadioTiles, SelectField, Skeleton, Stack } from "../../../ui";
import shared from "../dispute.module.css";
import type { Agreement, FileView, Preflight } from "../types";
import { usePartyName, useWords } from "../words";
import { bound, useLabel } from "./field";
import type { BoxProps, Values } from "./plan";
import { Ticks } from "./Ticks";

/** Whether the court can be asked: bars, the last day, which court. Asked anew when the file has changed. */
export function usePreflight(file: FileView, agreement: string, when = true) {
  return useAsk<Preflight>(`/disputes/${file.id}/agreements/${agreement}/confirmation`, {}, { when });
}

const inEffect = (one: Agreement) => one.effective_at !== null && !one.oral;
const over = (one: Agreement) => !one.confirmation || (one.confirmation.ruling && one.confirmation.ruling !== "valid");

/** A court has filed the case: what is agreed goes to it, and nobody asks for confirmation (SPC16 art. 20). */
export const afterFiling = (file: FileView) => file.dispute.handover?.clock.startsWith("court_after") ?? false;

export const toConfirm = (file: FileView) =>
  afterFiling(file) ? [] : file.dispute.agreements.filter((one) => inEffect(one) && over(one));
export const toDocket = (file: FileView) =>
  file.dispute.agreements.filter(
    (one) => one.confirmation && !one.confirmation.ruling && !one.confirmation.docketed_at,
  );
export const toRule = (file: FileView) =>
  file.dispute.agreements.filter((one) => one.confirmation && !one.confirmation.ruling);

/** Confirmed by the court: from the receipt of its ruling counts the time to object. */
export const ruled = (file: FileView) => file.dispute.agreements.filter((one) => one.confirmation?.ruling === "valid");

/** The one in which this party asked the court, the newest first. */
export function ruledFor(file: FileView, party: string): Agreement | undefined {
  const all = ruled(file).toReversed();
  return all.find((one) => one.confirmation?.applicants.includes(party)) ?? all[0];
}

export const firstOf = (among: (file: FileView) => Agreement[]) => (file: FileView, about: string) => {
  const all = among(file);
  return (all.find((one) => one.id === about) ?? all[0])?.id ?? null;
};

const none = "0000000000000";
export const chosenCourt = (file: FileView, about: string) =>
  (toConfirm(file).find((one) => one.id === about) ?? toConfirm(file)[0])?.court_choice ?? null;
export const courtOf = (choice: Agreement["court_choice"]) =>
  !choice ? null : choice.court !== none ? choice.court : choice.outside || null;

/** Which agreement; a question only where there are several. */
export function agreementBox(among: (file: FileView) => Agreement[]) {
  return function AgreementChoice(box: BoxProps) {
    const { t } = useTranslation("dispute");
    const told = useLabel("agreement");
    const all = among(box.file);
    if (all.length < 2) return null;
    const options = all.map((one) => ({
      value: one.id,
      label: one.number || t("effective", { when: one.effective_at ? date(one.effective_at) : "" }),
    }));
    return <RadioTiles {...bound<string | null>(box)} {...told} required options={options} />;
  };
}

/** All parties of the agreement, and nobody else. */
export function ApplicantsBox(box: BoxProps) {
  const nameOf = usePartyName(box.file);
  const agreement = box.file.dispute.agreements.find((one) => one.id === box.form.values.agreement);
  const options = (agreement?.parties ?? []).map((id) => ({ value: id, label: nameOf(id) }));
  return <Ticks {...bound<string[]>(box)} {...useLabel("applicants")} required options={options} />;
}

const courtKey = (one: Preflight["courts"][number]) => one.court ?? one.outside ?? "";

/** Until when, what stands in the way, and which court it goes to. */
export function WindowBox(box: BoxProps) {
  const { t } = useTranslation("dispute");
  const agreement = box.form.values.agreement as string | null;
  const { data } = usePreflight(box.file, agreement ?? "", agreement !== null);
  if (!data) return <Skeleton shape="rows" count={2} />;
  const court = data.courts.find((one) => one.chosen) ?? (data.courts.length === 1 ? data.courts[0] : undefined);
  return (
    <Stack gap={3}>
      {data.until && (
        <p>
          {t("confirmation.until")} <Deadline due={data.until} full />
        </p>
      )}
      {data.bars.length > 0 && <Bars preflight={data} />}
      {court && <p>{t("confirmation.court", { court: court.name })}</p>}
      {!court && <CourtBox {...box} name="court" />}
    </Stack>
  );
}

/** The courts that may be asked, the nearest first, each with its ground. */
export function CourtBox(box: BoxProps) {
  const field = bound<string | null>(box);
  const told = useLabel("court");
  const agreement = box.form.values.agreement as string | null;
  const { data } = usePreflight(box.file, agreement ?? "", agreement !== null);
  if (!data) return <Skeleton shape="rows" count={2} />;
  return (
    <Stack gap={2}>
      <fieldset className={shared.ticks}>
        <legend data-legend-for={field.id}>{told.label} *</legend>
        <p className="dim">{data.court_rule}</p>
        {data.courts.map((one, index) => (
          <div
            key={courtKey(one)}
            className={shared.candidate}
            data-chosen={field.value === courtKey(one) || undefined}
          >
            <label>
              <input
                type="radio"
                id={index === 0 ? field.id : undefined}
                name={field.id}
                checked={field.value === courtKey(one)}
                onChange={() => field.onChange(courtKey(one))}
              />
              <span>
                <strong>{one.name}</strong>{" "}
                <span className="dim block">
                  {one.why}
                  {one.article && ` · ${one.article.law} ${one.article.article}`}
                </span>
              </span>
            </label>
          </div>
        ))}
      </fieldset>
      {field.error && <p className={shared.fault}>{field.error}</p>}
    </Stack>
  );
}

/** What the parties are to the Corps decides which courts may be asked (SPC05 art. 3): noted first, then chosen. */
export function ChooseCourtBox(box: BoxProps) {
  const { t } = useTranslation("dispute");
  const { form, file } = box;
  const nameOf = usePartyName(file);
  const agreement = file.dispute.agreements.find((one) => one.id === form.values.agreement);
  const corps = bound<string[]>({ form, name: "corps" });
  const zone = bound<string[]>({ form, name: "in_corps_zone" });
  const labels = { corps: useLabel("corps"), zone: useLabel("in_corps_zone") };
  const noted = agreement?.court_choice;
  const same = (now: string[], before: string[] = []) => [...now].sort().join() === [...before].sort().join();
  const settled = same(corps.value, noted?.corps) && same(zone.value, noted?.in_corps_zone);
  const options = (agreement?.parties ?? []).map((id) => ({ value: id, label: nameOf(id) }));
  return (
    <Stack gap={4}>
      <Ticks {...corps} {...labels.corps} options={options} />
      <Ticks {...zone} {...labels.zone} options={options} />
      {settled ? <CourtBox {...box} name="court" /> : <p role="status">{t("confirmation.noteFirst")}</p>}
    </Stack>
  );
}

/** A court of the registry, or one of the book; while what the parties are is new, neither. */
export function courtBody(values: Values, file: FileView): object {
  const { court, ...rest } = values;
  const agreement = file.dispute.agreements.find((one) => one.id === values.agreement) ?? toConfirm(file)[0];
  const noted = agreement?.court_choice;
  const same = (now: string[], before: string[] = []) => [...now].sort().join() === [...before].sort().join();
  const settled = same(values.corps, noted?.corps) && same(values.in_corps_zone, noted?.in_corps_zone);
  if (!court || !settled) return rest;
  return /^[0-9A-Z]{13}$/.test(court) ? { ...rest, court } : { ...rest, outside: court };
}

/** Why the court cannot be asked, each with its article. */
export function Bars({ preflight }: { preflight: Preflight }) {
  const { t } = useTranslation("dispute");
  return (
    <div className={shared.final}>
      <strong>{t("confirmation.barred")}</strong>
      <ul className={shared.because}>
        {preflight.bars.map((one) => (
          <li key={one.key}>
            {one.name}
            {one.article && (
              <span className="block">
                {one.article.law} {one.article.article}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How the court answered; a dismissal has a reason of the book. */
export function RulingBox(box: BoxProps) {
  const { enumeration, choices } = useWords();
  const { form } = box;
  const ruling = bound<string | null>({ form, name: "ruling" });
  const reason = bound<string | null>({ form, name: "reason" });
  const told = { ruling: useLabel("ruling"), reason: useLabel("dismissal") };
  const agreement = box.file.dispute.agreements.find((one) => one.id === form.values.agreement);
  // Before the docket the court has not judged: it may decline, or the request is taken back.
  const early = agreement?.confirmation && !agreement.confirmation.docketed_at;
  const options = enumeration("ruling").filter((one) => !early || !/^(valid|dismissed)$/.test(one.value));
  return (
    <Stack gap={4}>
      <RadioTiles
        {...ruling}
        {...told.ruling}
        required
        options={options}
        onChange={(to) => form.set({ ruling: to, reason: null })}
      />
      {ruling.value === "dismissed" && (
        <SelectField {...reason} {...told.reason} required options={choices("dismissal")} />
      )}
    </Stack>
  );
}
