// What was written down of a party and is mended: each field stands empty beside what is on file, and
// what is left empty stays as it is.
import { useTranslation } from "react-i18next";
import { identityIn } from "../../../lib/identity";
import {
  CheckField,
  DateField,
  type FieldProps,
  Grid,
  IdNumberField,
  PhoneField,
  RadioTiles,
  Stack,
  TextField,
} from "../../../ui";
import { ageOf } from "../../intake/request";
import type { FileView, Party } from "../types";
import type { BoxProps, Values } from "./plan";

/** What happens with the guardian on file. */
const steps = ["stays", "mended", "accused", "cleared", "another"] as const;
type Step = (typeof steps)[number];

const partyOf = (file: FileView, id: unknown) => file.dispute.parties.find((one) => one.id === id);

/** The form begins with what is most likely meant: another guardian, where the one on file may not act. */
export function mendStart(file: FileView, about: string): Values {
  return { guardian_step: partyOf(file, about)?.guardian?.accused ? "another" : "stays" };
}

/** The body of POST …/parties/{party}/amendments from the form's flat values. */
export function mendBody({ reason, party, mended }: Values, file: FileView): object {
  const { guardian_step, guardian_name, guardian_phone, guardian_relation, ...known } = mended as Values;
  const step: Step = partyOf(file, party)?.guardian ? (guardian_step ?? "stays") : "another";
  const told = { phone: guardian_phone, relation: guardian_relation };
  const guardians: Record<Step, object | undefined> = {
    stays: undefined,
    mended: told,
    accused: { accused: true },
    cleared: { accused: false },
    another: { name: guardian_name, ...told },
  };
  const guardian = guardians[step];
  const said = guardian && Object.values(guardian).some((one) => one !== undefined && one !== "");
  return { reason, ...known, guardian: said ? guardian : undefined };
}

/** Where the form keeps a field of the body. */
export function mendAt(path: string): string {
  if (path === "reason" || path === "party") return path;
  return `mended.${path === "guardian" ? "guardian_name" : path.replace(/^guardian\./, "guardian_")}`;
}

export function MendBox({ name, form, file }: BoxProps) {
  const { t } = useTranslation("dispute");
  const party = partyOf(file, form.values.party);
  if (!party) return null;
  const field = <T,>(one: string, onFile?: string | null) => ({
    ...(form.field(`${name}.${one}`) as FieldProps<T>),
    label: t(`field.${one}` as "field.phone"),
    hint: onFile ? t("mend.onFile", { value: onFile }) : undefined,
  });
  const mended = form.values[name] as Values;
  const age = ageOf(mended.birth_date ?? identityIn(mended.id_number ?? "")?.birth ?? null);
  return (
    <Stack gap={3}>
      <p>{t("mend.says")}</p>
      <Grid least={200}>
        <TextField {...field<string>("name", party.name)} maxLength={80} />
        <PhoneField {...field<string>("phone", party.phone)} />
        <TextField {...field<string>("address", party.address)} maxLength={200} />
        <TextField {...field<string>("represented_by", party.represented_by)} maxLength={200} />
        {party.kind !== "organisation" && !party.id_number && <IdNumberField {...field<string>("id_number")} />}
        {party.kind === "organisation" && !party.credit_code && (
          <TextField {...field<string>("credit_code")} maxLength={18} />
        )}
        {party.kind === "person" && !party.id_number && (
          <DateField {...field<string | null>("birth_date", party.birth_year ? String(party.birth_year) : null)} />
        )}
      </Grid>
      {party.kind === "person" && age !== null && age >= 16 && age < 18 && (
        <CheckField
          {...(form.field(`${name}.lives_on_own_labour`) as FieldProps<boolean>)}
          label={t("mend.ownLabour")}
        />
      )}
      {party.kind === "person" && <OfGuardian name={name} form={form} party={party} />}
      {file.dispute.agreements.some((one) => one.parties.includes(party.id)) && (
        <p className="dim">{t("mend.agreements")}</p>
      )}
    </Stack>
  );
}

function OfGuardian({ name, form, party }: Pick<BoxProps, "name" | "form"> & { party: Party }) {
  const { t } = useTranslation("dispute");
  const field = <T,>(one: string) => ({
    ...(form.field(`${name}.${one}`) as FieldProps<T>),
    label: t(`field.${one}` as "field.guardian_name"),
  });
  const { guardian } = party;
  const step: Step = guardian ? ((form.values[name] as Values).guardian_step ?? "stays") : "another";
  const possible = steps.filter((one) => one !== (guardian?.accused ? "accused" : "cleared"));
  const inputs = (
    <Grid least={200}>
      {step === "another" && <TextField {...field<string>("guardian_name")} maxLength={80} />}
      {(step === "another" || step === "mended") && (
        <>
          <TextField {...field<string>("guardian_relation")} maxLength={40} />
          <PhoneField {...field<string>("guardian_phone")} />
        </>
      )}
    </Grid>
  );
  // Who cannot act alone is asked for its guardian at once; of others it is there for who looks for it.
  if (!guardian && party.capacity === "full")
    return (
      <details open={field<string>("guardian_name").error !== undefined || undefined}>
        <summary>{t("guardianNeeded")}</summary>
        {inputs}
      </details>
    );
  return (
    <Stack gap={3}>
      {guardian ? (
        <RadioTiles
          {...(form.field(`${name}.guardian_step`) as FieldProps<string | null>)}
          label={t("guardian")}
          hint={t("mend.onFile", { value: [guardian.name, guardian.relation].filter(Boolean).join(" · ") })}
          value={step}
          options={possible.map((one) => ({ value: one, label: t(`mend.guardian.${one}`) }))}
        />
      ) : (
        <strong>{t("mend.noGuardian")}</strong>
      )}
      {step === "accused" && <p>{t("mend.accusedSays")}</p>}
      {inputs}
    </Stack>
  );
}
