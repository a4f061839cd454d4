import { useTranslation } from "react-i18next";
import { maskedPhone } from "../../lib/identity";
import {
  Card,
  CheckField,
  Facts,
  type FormState,
  PhoneField,
  RadioTiles,
  SelectField,
  Stack,
  TextAreaField,
  TextField,
} from "../../ui";
import { nameIn, useCatalogue, useDivisions } from "../shared/catalogue";
import { PlacePicker } from "../shared/PlacePicker";
import css from "./apply.module.css";
import type { ApplyValues } from "./draft";
import { Help } from "./Help";

interface StepProps {
  form: FormState<ApplyValues>;
}

const common = ["neighbour", "marriage_family", "other_labour", "contract", "property_management", "other"] as const;

export function What({ form }: StepProps) {
  const { t } = useTranslation("apply");
  const kind = form.field("kind");
  return (
    <Stack gap={4}>
      <h2>{t("what.title")}</h2>
      <RadioTiles
        id={kind.id}
        label={t("what.kind")}
        value={kind.value}
        error={kind.error}
        onChange={(one) => form.set({ kind: one })}
        options={common.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
      />
      <TextAreaField label={t("what.facts")} hint={t("what.factsHint")} required rows={6} {...form.field("facts")} />
      <Help words={form.values.facts} />
      <TextAreaField label={t("what.request")} rows={2} {...form.field("request")} />
      <Card tone="info">
        <p>{t("what.private")}</p>
      </Card>
    </Stack>
  );
}

export function Who({ form }: StepProps) {
  const { t } = useTranslation("apply");
  const place = form.field("place");
  return (
    <Stack gap={4}>
      <h2>{t("who.title")}</h2>
      <TextField label={t("who.name")} required autoComplete="name" {...form.field("name")} />
      <PhoneField label={t("who.phone")} hint={t("who.phoneHint")} required {...form.field("phone")} />
      <TextField label={t("who.address")} autoComplete="street-address" {...form.field("address")} />
      <h3>{t("who.where")}</h3>
      <PlacePicker id={place.id} value={place.value} onChange={place.onChange} error={place.error} required />
      <h3>{t("who.other")}</h3>
      <p className="dim">{t("who.otherHint")}</p>
      <TextField label={t("who.otherName")} {...form.field("other_name")} />
      <CheckField label={t("who.organisation")} {...form.field("other_is_organisation")} />
      <TextField label={t("who.otherPhone")} inputMode="tel" {...form.field("other_phone")} />
      <TextField label={t("who.otherAddress")} {...form.field("other_address")} />
    </Stack>
  );
}

export function Check({ form }: StepProps) {
  const { t, i18n } = useTranslation("apply");
  const { words } = useCatalogue();
  const { values } = form;
  const divisions = useDivisions();
  const names = [9, 12].flatMap((length) => {
    const found = divisions.find((one) => one.code === values.place.slice(0, length));
    return found ? [nameIn(found, i18n.language)] : [];
  });
  return (
    <Stack gap={4}>
      <h2>{t("check.title")}</h2>
      <Card>
        <Facts
          rows={[
            { name: t("what.facts"), value: <span className={css.words}>{values.facts}</span> },
            { name: t("what.request"), value: values.request },
            { name: t("who.name"), value: values.name },
            { name: t("who.phone"), value: maskedPhone(values.phone) },
            { name: t("who.where"), value: [...new Set(names)].join(" · ") },
            { name: t("who.otherName"), value: values.other_name },
          ]}
        />
      </Card>
      <SelectField label={t("check.language")} options={words("tongue")} {...form.field("language")} />
      <CheckField label={t("check.interpreter")} {...form.field("interpreter")} />
      <CheckField label={t("check.agrees")} hint={t("check.notice")} required {...form.field("agrees")} />
    </Stack>
  );
}
