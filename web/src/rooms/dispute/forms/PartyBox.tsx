// What is asked of a party beyond its name; more for a person, a guardian where one is
// needed, the members of a group.
import { Plus, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import {
  Button,
  CheckField,
  DateField,
  type FieldProps,
  Grid,
  IdNumberField,
  MoneyField,
  PhoneField,
  RadioTiles,
  Row,
  Stack,
  TextField,
} from "../../../ui";
import css from "../dispute.module.css";
import { useWords } from "../words";
import type { BoxProps, Values } from "./plan";

/** The body of POST …/parties from the form's flat values. */
export function partyBody(values: Values): object {
  const { person, members, side, kind, name, language, interpreter } = values;
  const { guardian_name, guardian_phone, guardian_relation, guardian_accused, ...known } = person as Values;
  const guardian = guardian_name
    ? { name: guardian_name, phone: guardian_phone, relation: guardian_relation, accused: guardian_accused ?? false }
    : undefined;
  return {
    party: { side, kind, name, language, interpreter, ...known, guardian, members: kind === "group" ? members : [] },
  };
}

/** Where the form keeps a field of the body. */
export function partyAt(path: string): string {
  const inside = path.replace(/^party\./, "");
  if (inside.startsWith("guardian.")) return `person.guardian_${inside.slice("guardian.".length)}`;
  return /^(side|kind|name|language|interpreter|members)\b/.test(inside) ? inside : `person.${inside}`;
}

export function PersonBox({ name, form }: BoxProps) {
  const { t } = useTranslation("dispute");
  const { enumeration } = useWords();
  const field = <T,>(one: string) => ({
    ...(form.field(`${name}.${one}`) as FieldProps<T>),
    label: t(`field.${one}` as "field.phone"),
  });
  const kind = form.values.kind as string;
  return (
    <Stack gap={3}>
      <Grid least={200}>
        <PhoneField {...field<string>("phone")} />
        <TextField {...field<string>("address")} maxLength={200} />
        {kind === "person" && <IdNumberField {...field<string>("id_number")} />}
        {kind === "organisation" && <TextField {...field<string>("credit_code")} maxLength={18} />}
        {kind !== "person" && <TextField {...field<string>("represented_by")} maxLength={200} />}
        {kind === "person" && <DateField {...field<string | null>("birth_date")} />}
      </Grid>
      {kind === "person" && <RadioTiles {...field<string | null>("sex")} options={enumeration("sex")} />}
      {kind === "person" && (
        <details>
          <summary>{t("guardianNeeded")}</summary>
          <Stack gap={3}>
            <Grid least={200}>
              <TextField {...field<string>("guardian_name")} maxLength={80} />
              <PhoneField {...field<string>("guardian_phone")} />
              <TextField {...field<string>("guardian_relation")} maxLength={40} />
            </Grid>
            <CheckField {...field<boolean>("guardian_accused")} />
          </Stack>
        </details>
      )}
    </Stack>
  );
}

export function MembersBox({ name, form }: BoxProps) {
  const { t } = useTranslation("dispute");
  if (form.values.kind !== "group") return null;
  const rows = form.values[name] as Values[];
  const add = () => form.add(name, { name: "", phone: "", claim: null, representative: false, authorised: false });
  return (
    <fieldset className={css.ticks}>
      <legend>{t("field.members")}</legend>
      <Stack gap={3}>
        {rows.map((_row, index) => {
          const field = <T,>(one: string) => form.field(`${name}.${index}.${one}`) as FieldProps<T>;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form have no name of their own
            <Row key={index} gap={3}>
              <TextField {...field<string>("name")} label={t("field.name")} required maxLength={80} />
              <PhoneField {...field<string>("phone")} label={t("field.phone")} />
              <MoneyField {...field<number | null>("claim")} label={t("field.claim")} />
              <CheckField {...field<boolean>("representative")} label={t("representative")} />
              <CheckField {...field<boolean>("authorised")} label={t("authorised")} />
              <Button kind="quiet" icon={<Trash2 size={16} aria-hidden />} onClick={() => form.remove(name, index)}>
                {t("remove")}
              </Button>
            </Row>
          );
        })}
        <div>
          <Button icon={<Plus size={16} aria-hidden />} onClick={add}>
            {t("addMember")}
          </Button>
        </div>
      </Stack>
    </fieldset>
  );
}
