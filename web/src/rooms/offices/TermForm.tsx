import { useTranslation } from "react-i18next";
import { now } from "../../lib/clock";
import { isoDay } from "../../lib/fmt";
import { tell } from "../../lib/server";
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
import { fewest, Members, type MemberValue, unnamed } from "./Members";
import css from "./offices.module.css";
import type { Electors, Term, TermList } from "./shapes";

/** A new term of three years: who was elected, by whom, when. The law is asked when it is sent. */
export function TermForm({ organisation, list, done }: { organisation: string; list: TermList; done: () => void }) {
  const { t } = useTranslation("organisation");
  const today = isoDay(now());
  const form = useForm({
    initial: {
      begins: today as string | null,
      elected_by: (list.electors[0]?.key ?? null) as Electors | null,
      elected_on: today as string | null,
      minutes: "",
      multi_ethnic: list.multi_ethnic,
      waiver: "",
      members: fewest as MemberValue[],
      told_on: null as string | null,
    },
    check: ({ members }) => unnamed(members, t("member.missing")),
    send: (values, key) => tell<Term>("/terms", { ...values, organisation }, { key }),
    then: (term) => {
      toast(t("term.entered", { date: term.ends }));
      done();
    },
  });
  const { members, multi_ethnic } = form.values;
  const electors = form.field("elected_by");
  return (
    <Form form={form} aria-label={t("term.enter")}>
      <Stack gap={4}>
        <p>{t("term.enterSays")}</p>
        <div className={css.two}>
          <DateField label={t("term.begins")} hint={t("term.beginsHint")} required {...form.field("begins")} />
          <SelectField
            {...electors}
            label={t("term.electedBy")}
            required
            options={list.electors.map((one) => ({ value: one.key, label: one.name }))}
            onChange={(next) => electors.onChange(next as Electors | null)}
          />
          <DateField label={t("term.electedOn")} required {...form.field("elected_on")} />
          <TextField label={t("term.minutes")} hint={t("term.minutesHint")} required {...form.field("minutes")} />
        </div>
        <CheckField label={t("term.multiEthnic")} hint={t("term.multiEthnicHint")} {...form.field("multi_ethnic")} />
        <Members form={form} list={list} />
        {multi_ethnic && !members.some((one) => one.minority) && (
          <TextField label={t("term.waiver")} hint={t("term.waiverHint")} {...form.field("waiver")} />
        )}
        <DateField label={t("term.toldOn")} hint={t("term.toldOnHint")} {...form.field("told_on")} />
        <FormActions>
          <Submit form={form}>{t("term.enterVerb")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}
