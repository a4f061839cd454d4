import { useTranslation } from "react-i18next";
import { now } from "../../lib/clock";
import { isoDay } from "../../lib/fmt";
import { tell, useAsk } from "../../lib/server";
import {
  CheckField,
  DateField,
  Form,
  FormActions,
  type FormState,
  MultiSelectField,
  PhoneField,
  RadioTiles,
  SelectField,
  Stack,
  Submit,
  TextField,
  useForm,
} from "../../ui";
import { pathOf } from "../../ui/useForm";
import { nameIn, useCatalogue, useDivisions } from "../shared/catalogue";
import type { Organisation } from "../shared/shapes";
import css from "./people.module.css";
import type { PersonPage } from "./shapes";

/** A list is one field: what is wrong with one of its entries is said there. */
const atList = (pointer: string) => pathOf(pointer).replace(/^(languages|skills|labels|areas)\..*/, "$1");

interface Engaging {
  manner: string;
  body: string | null;
  since: string | null;
  until: string | null;
  born: string | null;
}

const engaging = (): Engaging => ({ manner: "engaged", body: null, since: isoDay(now()), until: null, born: null });

/** How somebody became a mediator: elected by whom, or engaged; from when, until when. */
function EngagingFields<V extends Engaging>({ form }: { form: FormState<V> }) {
  const { t } = useTranslation("people");
  const { words } = useCatalogue();
  const field = form.field as FormState<Engaging>["field"];
  const elects = words("body").filter((one) => one.value !== "committee");
  return (
    <>
      <RadioTiles
        label={t("engage.manner")}
        required
        options={[
          { value: "elected", label: t("engage.elected") },
          { value: "engaged", label: t("engage.engaged") },
        ]}
        {...field("manner")}
      />
      {form.values.manner === "elected" && (
        <SelectField
          label={t("engage.body")}
          hint={t("engage.bodyHint")}
          required
          options={elects}
          {...field("body")}
        />
      )}
      <div className={css.two}>
        <DateField label={t("engage.since")} required {...field("since")} />
        <DateField label={t("engage.until")} hint={t("engage.untilHint")} {...field("until")} />
      </div>
      <DateField label={t("engage.born")} hint={t("engage.bornHint")} required {...field("born")} />
    </>
  );
}

/** A person of the roll is elected or engaged. */
export function Engage({ person, done }: { person: PersonPage; done: (next: PersonPage) => void }) {
  const { t } = useTranslation("people");
  const form = useForm({
    initial: engaging(),
    send: (values, key) => tell<PersonPage>(`/people/${person.id}/engagements`, values, { key }),
    then: done,
  });
  return (
    <Form form={form} aria-label={t("engage.again")}>
      <Stack gap={4}>
        <EngagingFields form={form} />
        <FormActions>
          <Submit form={form}>{t("engage.again")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}

interface Description {
  staffing: string | null;
  labels: string[];
  languages: string[];
  skills: string[];
  areas: string[];
  subsidy_eligible: boolean;
}

/** Staffing, labels, languages, skills, areas. Oneself changes only the last three. */
function DescribingFields<V extends Description>({ form, own }: { form: FormState<V>; own: boolean }) {
  const { t, i18n } = useTranslation("people");
  const { words, choices, kindOptions } = useCatalogue();
  const divisions = useDivisions();
  const field = form.field as FormState<Description>["field"];
  return (
    <>
      {!own && (
        <>
          <SelectField label={t("staffing")} options={words("staffing")} {...field("staffing")} />
          <MultiSelectField label={t("labels")} options={choices("label")} {...field("labels")} />
          <CheckField label={t("subsidy")} hint={t("subsidyHint")} {...field("subsidy_eligible")} />
        </>
      )}
      <MultiSelectField
        label={t("languages")}
        hint={t("languagesHint")}
        options={words("tongue")}
        {...field("languages")}
      />
      <MultiSelectField label={t("skills")} options={kindOptions} {...field("skills")} />
      <MultiSelectField
        label={t("areas")}
        hint={t("areasHint")}
        options={divisions
          .filter((one) => one.code.length >= 6)
          .map((one) => ({ value: one.code, label: nameIn(one, i18n.language) }))}
        {...field("areas")}
      />
    </>
  );
}

export function Describe({ person, done }: { person: PersonPage; done: (next: PersonPage) => void }) {
  const { t } = useTranslation("people");
  const keys = (some: { key: string }[]) => some.map((one) => one.key);
  const form = useForm({
    initial: {
      staffing: person.staffing as string | null,
      labels: keys(person.labels),
      languages: keys(person.languages),
      skills: keys(person.skills),
      areas: keys(person.areas),
      subsidy_eligible: person.subsidy_eligible ?? true,
    },
    send: (values, key) => tell<PersonPage>(`/people/${person.id}/description`, values, { key, verb: "PUT" }),
    then: done,
    at: atList,
  });
  return (
    <Form form={form} aria-label={t("describe")}>
      <Stack gap={4}>
        <DescribingFields form={form} own={!person.allowed.includes("classify")} />
        <FormActions>
          <Submit form={form}>{t("save")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}

/** Somebody new: registered, engaged and described in one stroke. */
export function NewMediator({ done }: { done: (made: PersonPage) => void }) {
  const { t, i18n } = useTranslation("people");
  const organisations = useAsk<{ organisations: Organisation[] }>("/organisations", {}, { fresh: 600_000 });
  const offices = (organisations.data?.organisations ?? []).filter(
    (one) => one.may_handle && one.kind !== "department",
  );
  const form = useForm({
    initial: {
      organisation: null as string | null,
      name: "",
      phone: "",
      ...engaging(),
      staffing: "full_time" as string | null,
      labels: [] as string[],
      languages: ["zh"],
      skills: [] as string[],
      areas: [] as string[],
      subsidy_eligible: false,
    },
    send: (values, key) => tell<PersonPage>("/mediators", values, { key }),
    then: done,
    at: atList,
  });
  return (
    <Form form={form} aria-label={t("engage.verb")}>
      <Stack gap={4}>
        <p className="dim">{t("engage.says")}</p>
        <SelectField
          label={t("engage.committee")}
          required
          search
          options={offices.map((one) => ({ value: one.id, label: nameIn(one, i18n.language) }))}
          {...form.field("organisation")}
        />
        <TextField label={t("name")} required {...form.field("name")} />
        <PhoneField label={t("phone")} hint={t("phoneHint")} {...form.field("phone")} />
        <EngagingFields form={form} />
        <DescribingFields form={form} own={false} />
        <FormActions>
          <Submit form={form}>{t("engage.verb")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}
