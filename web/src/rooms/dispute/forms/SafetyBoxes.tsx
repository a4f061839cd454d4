// The safety checklist, asked of one side alone: a tick is a yes, and what it leads to stands beside
// it at once. Then measures to lift, and orders or letters that protect somebody.
import { EarOff, ShieldAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { beside, date, listed } from "../../../lib/fmt";
import { CheckField, type FieldProps, Grid, RadioTiles, Stack, TextField } from "../../../ui";
import { useCatalogue } from "../api";
import shared from "../dispute.module.css";
import { bothSides, childrenIn, keptApart, measures, toBeAsked, toBeHeard } from "../safety";
import css from "../safety.module.css";
import type { FileView } from "../types";
import { useFamily, usePartyName, useWords } from "../words";
import { bound, useLabel } from "./field";
import type { BoxProps, Values } from "./plan";

export function AskAloneBox() {
  const { t } = useTranslation("dispute");
  return (
    <p className={css.alone}>
      <EarOff size={18} aria-hidden /> {t("safety.askAlone")}
    </p>
  );
}

export function ChecklistBox(box: BoxProps) {
  const { t } = useTranslation("dispute");
  const { choice } = useWords();
  const { data } = useCatalogue();
  const field = bound<string[]>(box);
  const questions = data?.safety ?? [];
  const toggle = (key: string, on: boolean) =>
    field.onChange(questions.map((one) => one.key).filter((one) => (one === key ? on : field.value.includes(one))));
  const actions = [...new Set(questions.filter((one) => field.value.includes(one.key)).flatMap((one) => one.actions))];
  return (
    <fieldset className={shared.ticks}>
      <legend data-legend-for={field.id}>{t("field.yes")}</legend>
      <p className="dim">{t("hint.yes")}</p>
      <ul className={css.questions}>
        {questions.map((one, index) => {
          const yes = field.value.includes(one.key);
          return (
            <li key={one.key} data-yes={yes || undefined}>
              <CheckField
                id={index === 0 ? field.id : undefined}
                label={one.ask}
                value={yes}
                onChange={(on) => toggle(one.key, on)}
              />
              {yes && (
                <p className={css.leads}>
                  <ShieldAlert size={16} aria-hidden />
                  <span>
                    {t("safety.leadsTo", { actions: listed(one.actions.map((key) => choice("safety_action", key))) })}
                  </span>
                </p>
              )}
            </li>
          );
        })}
      </ul>
      <div aria-live="polite">
        {actions.length > 0 ? (
          <div className={css.follows}>
            <strong>{t("safety.follows", { count: actions.length })}</strong>
            <ul>
              {actions.map((key) => (
                <li key={key}>{choice("safety_action", key)}</li>
              ))}
            </ul>
          </div>
        ) : (
          <p className="dim">{t("safety.nothingFollows")}</p>
        )}
      </div>
      {field.error && <p className={shared.fault}>{field.error}</p>}
    </fieldset>
  );
}

const other = "other";

/** Who was heard: a child among the parties, or one that is none. */
export function firstChild(file: FileView, about: string): string {
  const children = childrenIn(file);
  return (children.find((one) => one.id === about) ?? toBeHeard(file)[0] ?? children[0])?.id ?? other;
}

export function ChildBox(box: BoxProps) {
  const { t } = useTranslation("dispute");
  const nameOf = usePartyName(box.file);
  const field = bound<string>(box);
  const told = useLabel("child");
  const children = childrenIn(box.file);
  const options = [
    ...children.map((one) => ({ value: one.id, label: beside(nameOf(one.id), t("bornIn", { year: one.birth_year })) })),
    { value: other, label: t("child.other") },
  ];
  return (
    <Stack gap={3}>
      {children.length > 0 && <RadioTiles {...field} {...told} required options={options} />}
      {field.value === other && (
        <Grid least={180}>
          <TextField
            {...(box.form.field("name") as FieldProps<string>)}
            label={t("child.name")}
            required
            maxLength={60}
          />
          <TextField
            {...(box.form.field("birth_year") as FieldProps<string>)}
            label={t("child.birthYear")}
            inputMode="numeric"
            maxLength={4}
          />
        </Grid>
      )}
    </Stack>
  );
}

/** Who was by; a parent with a side in it is told why that is not enough. */
export function HeardWithBox(box: BoxProps) {
  const { t } = useTranslation("dispute");
  const { enumeration } = useWords();
  const field = bound<string | null>(box);
  const who = useLabel("company");
  return (
    <Stack gap={3}>
      <RadioTiles {...field} {...useLabel("heard_with")} required options={enumeration("heard_with")} />
      {field.value === "guardian" && (
        <p className={css.alone} data-danger role="status">
          <ShieldAlert size={18} aria-hidden /> {t("child.besideParent")}
        </p>
      )}
      {field.value !== null && field.value !== "alone" && (
        <TextField {...(box.form.field("company") as FieldProps<string>)} {...who} required maxLength={60} />
      )}
    </Stack>
  );
}

export function childBody({ child, name, birth_year, company, ...values }: Values): object {
  return {
    ...values,
    ...(child === other
      ? { name, ...(/^\d{4}$/.test(birth_year) ? { birth_year: Number(birth_year) } : {}) }
      : { party: child }),
    ...(values.with === "alone" ? {} : { company }),
  };
}

const keyOf = (one: { check: string; action: string }) => `${one.check}.${one.action}`;

export function firstMeasure(file: FileView, about: string): string | null {
  const keys = measures(file).map(keyOf);
  return keys.find((one) => one === about) ?? keys[0] ?? null;
}

/** Which measure is needed no more. */
export function MeasureBox(box: BoxProps) {
  const { choice } = useWords();
  const nameOf = usePartyName(box.file);
  const options = measures(box.file).map((one) => ({
    value: keyOf(one),
    label: beside(choice("safety_action", one.action), nameOf(one.party)),
  }));
  return <RadioTiles {...bound<string | null>(box)} {...useLabel("measure")} required options={options} />;
}

export function firstProtection(file: FileView, about: string): string | null {
  const { protections } = file.dispute.room;
  return (protections.find((one) => one.id === about) ?? protections.at(-1))?.id ?? null;
}

export function ProtectionBox(box: BoxProps) {
  const { word } = useWords();
  const nameOf = usePartyName(box.file);
  const options = box.file.dispute.room.protections.map((one) => ({
    value: one.id,
    label: `${word("protection_kind", one.kind)} · ${nameOf(one.protects)}${one.until ? ` · ${date(one.until)}` : ""}`,
  }));
  return <RadioTiles {...bound<string | null>(box)} {...useLabel("protection")} required options={options} />;
}

/** The last day: a protection order has one, six months at most (DV art. 30); a letter may have none. */
export function ProtectionKindBox(box: BoxProps) {
  const { t } = useTranslation("dispute");
  const { enumeration } = useWords();
  const field = bound<string>(box);
  return (
    <Stack gap={2}>
      <RadioTiles {...field} {...useLabel("protectionKind")} required options={enumeration("protection_kind")} />
      <p className="dim">{t(`safety.kindSays.${field.value as "warning_letter"}`)}</p>
    </Stack>
  );
}

const apartSays = { risk: "safety.noJointRisk", order: "safety.noJointOrder", measure: "safety.noJoint" } as const;

/** In the form of a session, of whatever kind: that these two must not be brought together, said before it
 * is refused; and in a family that nobody knows yet whether they may. */
export function KeptApartBox({ form, file }: BoxProps) {
  const { t } = useTranslation("dispute");
  const nameOf = usePartyName(file);
  const family = useFamily(file);
  const apart = bothSides(file, form.values.parties) ? keptApart(file, form.values.planned_for ?? null) : null;
  if (apart)
    return (
      <p className={css.alone} data-danger role="status">
        <ShieldAlert size={18} aria-hidden /> {t(apartSays[apart])}
      </p>
    );
  const unasked = family && form.values.kind === "joint" ? toBeAsked(file) : [];
  if (unasked.length === 0) return null;
  return (
    <p className={css.alone} role="status">
      <EarOff size={18} aria-hidden /> {t("safety.askFirst", { names: listed(unasked.map((one) => nameOf(one.id))) })}
    </p>
  );
}
