// The deeds that change an organisation itself, a form each.
import { useTranslation } from "react-i18next";
import { tell, useAsk } from "../../lib/server";
import {
  CheckField,
  DateField,
  Form,
  FormActions,
  SelectField,
  Stack,
  Submit,
  TextField,
  toast,
  useForm,
} from "../../ui";
import { nameIn, useCatalogue } from "../shared/catalogue";
import { PlacePicker } from "../shared/PlacePicker";
import type { Organisation } from "../shared/shapes";
import css from "./offices.module.css";
import type { Basis, Overview } from "./shapes";

interface DeedProps {
  said: Overview;
  done: () => void;
}

const digits = { city: 6, district: 6, subdistrict: 9, community: 12 } as const;
const parts = ["personal_room", "stationed_room", "mediation_group"];

/** Name, place, phone, address, hours and seal. */
export function Particulars({ said, done }: DeedProps) {
  const { t } = useTranslation("organisation");
  const { organisation } = said;
  const { level } = organisation;
  const form = useForm({
    initial: {
      name: organisation.name,
      name_en: organisation.name_en,
      short_name: organisation.short_name,
      division: organisation.division,
      phone: organisation.phone,
      address: organisation.address,
      hours: organisation.hours,
      has_seal: organisation.has_seal,
      reason: "",
    },
    send: (values, key) => {
      // The city itself has a code of four digits, which no picker shows.
      const division = values.division.length < 6 ? organisation.division : values.division.slice(0, digits[level]);
      return tell(`/organisations/${organisation.id}/particulars`, { ...values, division }, { key, verb: "PUT" });
    },
    then: () => {
      toast(t("deed.particulars.done"));
      done();
    },
  });
  const place = form.field("division");
  return (
    <Form form={form} aria-label={t("deed.particulars.title")}>
      <Stack gap={4}>
        <TextField label={t("field.name")} required {...form.field("name")} />
        <TextField label={t("field.name_en")} lang="en" {...form.field("name_en")} />
        <TextField label={t("field.short_name")} maxLength={12} {...form.field("short_name")} />
        {organisation.division.length >= 6 && (
          <PlacePicker
            id={place.id}
            value={place.value}
            onChange={place.onChange}
            error={place.error}
            required
            to={level === "city" ? "district" : level}
          />
        )}
        <div className={css.two}>
          <TextField label={t("field.phone")} inputMode="tel" maxLength={20} {...form.field("phone")} />
          <TextField label={t("field.hours")} {...form.field("hours")} />
        </div>
        <TextField label={t("field.address")} {...form.field("address")} />
        {!parts.includes(organisation.kind) && <CheckField label={t("field.has_seal")} {...form.field("has_seal")} />}
        <TextField label={t("reason")} required {...form.field("reason")} />
        <FormActions>
          <Submit form={form}>{t("deed.particulars.verb")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}

const agencies = ["police", "petition_office", "procuratorate", "court", "department", "governance_centre"];

/** Legal basis, host, trade, contact, seal. */
export function Standing({ said, done }: DeedProps) {
  const { t, i18n } = useTranslation("organisation");
  const { choices, word } = useCatalogue();
  const { organisation, standing } = said;
  const stationed = organisation.kind === "stationed_room";
  const all = useAsk<{ organisations: Organisation[] }>("/organisations", {}, { when: stationed });
  const form = useForm({
    initial: {
      basis: standing.basis as Basis | null,
      host: standing.host,
      seated_at: standing.seated_at as string | null,
      sector: (standing.sector || null) as string | null,
      contact: standing.contact,
      seal_words: standing.seal_words,
      set_up_on: standing.set_up_on as string | null,
    },
    send: (values, key) =>
      tell(
        `/organisations/${organisation.id}/standing`,
        { ...values, sector: values.sector ?? "" },
        { key, verb: "PUT" },
      ),
    then: () => {
      toast(t("deed.standing.done"));
      done();
    },
  });
  const basis = form.field("basis");
  return (
    <Form form={form} aria-label={t("deed.standing.title")}>
      <Stack gap={4}>
        <SelectField
          {...basis}
          label={t("about.basis")}
          required
          options={standing.possible.map((one) => ({ value: one, label: word("basis", one) }))}
          onChange={(next) => basis.onChange(next as Basis | null)}
        />
        <TextField label={t("about.host")} hint={t("about.hostHint")} {...form.field("host")} />
        {organisation.kind === "social_committee" && (
          <SelectField label={t("about.sector")} options={choices("sector")} {...form.field("sector")} />
        )}
        {stationed && (
          <SelectField
            label={t("about.seatedAt")}
            search
            options={(all.data?.organisations ?? [])
              .filter((one) => agencies.includes(one.kind))
              .map((one) => ({ value: one.id, label: nameIn(one, i18n.language) }))}
            {...form.field("seated_at")}
          />
        )}
        <TextField label={t("about.contact")} {...form.field("contact")} />
        {organisation.has_seal && <TextField label={t("about.sealWords")} {...form.field("seal_words")} />}
        <DateField label={t("about.setUpOn")} {...form.field("set_up_on")} />
        <FormActions>
          <Submit form={form}>{t("deed.standing.verb")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}

/** The others, by name; itself and what lies below it cannot be chosen. */
function useOthers(said: Overview) {
  const { i18n } = useTranslation();
  const own = useAsk<{ organisations: Organisation[] }>("/organisations", { below: said.organisation.id });
  const all = useAsk<{ organisations: Organisation[] }>("/organisations");
  const below = new Set(own.data?.organisations.map((one) => one.id));
  return (all.data?.organisations ?? [])
    .filter((one) => !below.has(one.id) && one.id !== said.organisation.id)
    .map((one) => ({ value: one.id, label: nameIn(one, i18n.language) }));
}

/** Another place in the tree; who stands above sees it from now on. */
export function Move({ said, done }: DeedProps) {
  const { t } = useTranslation("organisation");
  const others = useOthers(said);
  const form = useForm({
    initial: { parent: null as string | null, reason: "" },
    check: ({ parent }) =>
      parent === null ? [{ at: "/parent", code: "required", detail: t("deed.move.missing") }] : [],
    send: (values, key) => tell(`/organisations/${said.organisation.id}/parent`, values, { key, verb: "PUT" }),
    then: () => {
      toast(t("deed.move.done"));
      done();
    },
  });
  return (
    <Form form={form} aria-label={t("deed.move.title")}>
      <Stack gap={4}>
        <p>{t("deed.move.says")}</p>
        <SelectField label={t("deed.move.to")} required search options={others} {...form.field("parent")} />
        <TextField label={t("reason")} required {...form.field("reason")} />
        <FormActions>
          <Submit form={form}>{t("deed.move.verb")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}

/** It closes, and another one goes on with its work. */
export function Merge({ said, done }: DeedProps) {
  const { t } = useTranslation("organisation");
  const others = useOthers(said);
  const form = useForm({
    initial: { into: null as string | null, reason: "" },
    check: ({ into }) => (into === null ? [{ at: "/into", code: "required", detail: t("deed.merge.missing") }] : []),
    send: (values, key) => tell(`/organisations/${said.organisation.id}/merger`, values, { key }),
    then: () => {
      toast(t("deed.merge.done"));
      done();
    },
  });
  return (
    <Form form={form} aria-label={t("deed.merge.title")}>
      <Stack gap={4}>
        <p>{t("deed.merge.says", { count: said.people.length })}</p>
        <SelectField label={t("deed.merge.into")} required search options={others} {...form.field("into")} />
        <TextField label={t("reason")} required {...form.field("reason")} />
        <FormActions>
          <Submit form={form}>{t("deed.merge.verb")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}

/** Nothing is in hand any more: it closes, and what it has done stays. */
export function Close({ said, done }: DeedProps) {
  const { t } = useTranslation("organisation");
  const form = useForm({
    initial: { reason: "" },
    send: (values, key) => tell(`/organisations/${said.organisation.id}/closing`, values, { key }),
    then: () => {
      toast(t("deed.close.done"));
      done();
    },
  });
  return (
    <Form form={form} aria-label={t("deed.close.title")}>
      <Stack gap={4}>
        <p>{t("deed.close.says")}</p>
        <TextField label={t("reason")} required {...form.field("reason")} />
        <FormActions>
          <Submit form={form}>{t("deed.close.verb")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}
