import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { now } from "../../lib/clock";
import { isoDay } from "../../lib/fmt";
import { tell } from "../../lib/server";
import {
  CheckField,
  Form,
  FormActions,
  RadioTiles,
  SelectField,
  Stack,
  Submit,
  TextField,
  toast,
  useForm,
} from "../../ui";
import { nameIn, useCatalogue, useDivisions } from "../shared/catalogue";
import { PlacePicker } from "../shared/PlacePicker";
import type { Organisation } from "../shared/shapes";
import css from "./admin.module.css";
import { levelIsFixed, levelOf, levels, numbers, usuallySeals } from "./kinds";
import { again } from "./scope";
import type { Level, OfficeKind } from "./shapes";

const digits: Record<Level, number> = { city: 4, district: 6, subdistrict: 9, community: 12 };

interface OfficeProps {
  offices: Organisation[];
  /** The office under which the form begins. */
  above: string;
  done: (made: Organisation) => void;
}

/** Opens an office below another. Level and seal follow from the kind until somebody says otherwise. */
export function OfficeForm({ offices, above, done }: OfficeProps) {
  const { t, i18n } = useTranslation("admin");
  const { words } = useCatalogue();
  const queries = useQueryClient();
  const city = useDivisions().find((one) => one.code.length === digits.city);
  const placeOf = (id: string | null) => {
    const code = offices.find((one) => one.id === id)?.division ?? "";
    return code.length >= 6 ? code : "";
  };
  const form = useForm({
    // Said here before the server says it of a place that is not named down to the level; the city
    // itself needs no choosing.
    check: ({ kind, name, level, division }) => [
      ...(kind === null ? [{ at: "/kind", code: "required", detail: t("missing.kind") }] : []),
      ...(level !== "city" && division.length < digits[level]
        ? [{ at: "/division", code: "required", detail: t("missing.place") }]
        : []),
      ...(name.trim() === "" ? [{ at: "/name", code: "required", detail: t("missing.name") }] : []),
    ],
    initial: {
      parent: above as string | null,
      kind: null as OfficeKind | null,
      level: "district" as Level,
      division: placeOf(above),
      name: "",
      name_en: "",
      short_name: "",
      phone: "",
      address: "",
      hours: "",
      has_seal: false,
    },
    send: (values, key) =>
      tell<Organisation>(
        "/organisations",
        {
          ...values,
          division: values.level === "city" ? (city?.code ?? "") : values.division.slice(0, digits[values.level]),
        },
        { key },
      ),
    then: (made) => {
      again(queries);
      toast(t("office.added", { name: nameIn(made, i18n.language) }));
      done(made);
    },
  });
  const { kind, level, short_name } = form.values;
  const kindField = form.field("kind");
  const levelField = form.field("level");
  const place = form.field("division");
  const shown = short_name.trim() || t("office.shortSample");
  const example = t("office.numberSample", { short: shown, year: isoDay(now()).slice(0, 4) });
  return (
    <Form form={form} aria-label={t("office.add")}>
      <Stack gap={4}>
        <SelectField
          label={t("office.parent")}
          required
          options={offices.map((one) => ({ value: one.id, label: nameIn(one, i18n.language) }))}
          {...form.field("parent")}
        />
        <SelectField
          {...kindField}
          label={t("office.kind")}
          required
          search
          options={words("organisation_kind")}
          onChange={(next) => {
            kindField.onChange(next as OfficeKind | null);
            const to = next as OfficeKind | null;
            form.set({ level: levelOf(to), has_seal: usuallySeals(to) });
          }}
        />
        {kind !== null && !levelIsFixed(kind) && (
          <RadioTiles
            id={levelField.id}
            label={t("office.level")}
            value={level}
            error={levelField.error}
            onChange={(next) => levelField.onChange(next as Level)}
            options={levels.map((one) => ({ value: one, label: t(`level.${one}`) }))}
          />
        )}
        {level === "city" ? (
          <p>{t("office.wholeCity", { city: city ? nameIn(city, i18n.language) : "" })}</p>
        ) : (
          <PlacePicker
            id={place.id}
            value={place.value}
            onChange={place.onChange}
            error={place.error}
            required
            to={level}
          />
        )}
        <TextField label={t("office.name")} hint={t("office.nameHint")} required {...form.field("name")} />
        <TextField label={t("office.nameEn")} lang="en" {...form.field("name_en")} />
        <TextField
          label={t("office.short")}
          hint={`${t(kind === null || numbers(kind) ? "office.shortHint" : "office.shortHintNone")} ${t("office.example", { example })}`}
          maxLength={12}
          {...form.field("short_name")}
        />
        <div className={css.two}>
          <TextField
            label={t("office.phone")}
            hint={t("office.phoneHint")}
            inputMode="tel"
            maxLength={20}
            {...form.field("phone")}
          />
          <TextField label={t("office.hours")} placeholder={t("office.hoursSample")} {...form.field("hours")} />
        </div>
        <TextField label={t("office.address")} {...form.field("address")} />
        <CheckField label={t("office.hasSeal")} hint={t("office.hasSealHint")} {...form.field("has_seal")} />
        <FormActions>
          <Submit form={form}>{t("office.addVerb")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}
