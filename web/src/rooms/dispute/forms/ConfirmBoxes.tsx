// Asking the court together to confirm an agreement (PML art. 33, CPL art. 205, 206).
import { useTranslation } from "react-i18next";
import { date } from "../../../lib/fmt";
import { useAsk } from "../../../lib/server";
import { Deadline, RadioTiles, SelectField, Skeleton, Stack } from "../../../ui";
import shared from "../dispute.module.css";
import type { Agreement, FileView, Preflight } from "../types";
import { usePartyName, useWords } from "../words";
import { bound, useLabel } from "./field";
import type { BoxProps } from "./plan";
import { Ticks } from "./Ticks";

/** Whether the court can be asked: bars, the last day, which court. Asked anew when the file has changed. */
export function usePreflight(file: FileView, agreement: string, when = true) {
  return useAsk<Preflight>(`/disputes/${file.id}/agreements/${agreement}/confirmation`, {}, { when });
}

const inEffect = (one: Agreement) => one.effective_at !== null && !one.oral;
const over = (one: Agreement) => !one.confirmation || (one.confirmation.ruling && one.confirmation.ruling !== "valid");

export const toConfirm = (file: FileView) => file.dispute.agreements.filter((one) => inEffect(one) && over(one));
export const toDocket = (file: FileView) =>
  file.dispute.agreements.filter(
    (one) => one.confirmation && !one.confirmation.ruling && !one.confirmation.docketed_at,
  );
export const toRule = (file: FileView) =>
  file.dispute.agreements.filter((one) => one.confirmation && !one.confirmation.ruling);

export const firstOf = (among: (file: FileView) => Agreement[]) => (file: FileView, about: string) => {
  const all = among(file);
  return (all.find((one) => one.id === about) ?? all[0])?.id ?? null;
};

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

/** Until when, what stands in the way, and the courts that may be asked, the nearest first. */
export function CourtBox(box: BoxProps) {
  const { t } = useTranslation("dispute");
  const field = bound<string | null>(box);
  const told = useLabel("court");
  const agreement = box.form.values.agreement as string | null;
  const { data } = usePreflight(box.file, agreement ?? "", agreement !== null);
  if (!data) return <Skeleton shape="rows" count={2} />;
  return (
    <Stack gap={3}>
      {data.until && (
        <p>
          {t("confirmation.until")} <Deadline due={data.until} full />
        </p>
      )}
      {data.bars.length > 0 && <Bars preflight={data} />}
      <fieldset className={shared.ticks}>
        <legend data-legend-for={field.id}>{told.label} *</legend>
        {data.courts.map((one, index) => (
          <div key={one.id} className={shared.candidate} data-chosen={field.value === one.id || undefined}>
            <label>
              <input
                type="radio"
                id={index === 0 ? field.id : undefined}
                name={field.id}
                checked={field.value === one.id}
                onChange={() => field.onChange(one.id)}
              />
              <span>
                <strong>{one.name}</strong> <span className="dim block">{one.why}</span>
              </span>
            </label>
          </div>
        ))}
      </fieldset>
      {field.error && <p className={shared.fault}>{field.error}</p>}
    </Stack>
  );
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
