import { useTranslation } from "react-i18next";
import { now } from "../../lib/clock";
import { isoDay } from "../../lib/fmt";
import { tell } from "../../lib/server";
import { DateField, Form, FormActions, SelectField, Stack, Submit, TextField, toast, useForm } from "../../ui";
import { useCatalogue } from "../shared/catalogue";
import { Members, type MemberValue, unnamed } from "./Members";
import css from "./offices.module.css";
import type { Leaving, Term, TermList } from "./shapes";

interface Values {
  from: string | null;
  members: MemberValue[];
  /** Why somebody leaves, by person. */
  why: Record<string, Leaving>;
  elected_on: string | null;
  minutes: string;
  waiver: string;
  vacancy: string;
}

/** Members join, leave or change posts within the term; the law is asked again. */
export function CompositionForm({ term, list, done }: { term: Term; list: TermList; done: () => void }) {
  const { t } = useTranslation("organisation");
  const { words } = useCatalogue();
  const gone = (members: MemberValue[]) =>
    term.seats.filter((seat) => !members.some((one) => one.person === seat.person));
  const form = useForm<Values, Term>({
    initial: {
      from: isoDay(now()),
      members: term.seats.map(({ person, post, woman, minority }) => ({ person, post, woman, minority })),
      why: {},
      elected_on: null,
      minutes: "",
      waiver: "",
      vacancy: "",
    },
    check: ({ members }) => unnamed(members, t("member.missing")),
    send: ({ why, ...values }, key) => {
      const left = gone(values.members)
        .filter((seat) => why[seat.person])
        .map((seat) => ({ person: seat.person, as: why[seat.person] }));
      return tell<Term>(
        `/terms/${term.id}/composition`,
        { ...values, left },
        { key, version: term.version, verb: "PUT" },
      );
    },
    then: () => {
      toast(t("term.changed"));
      done();
    },
    at: (pointer) => (pointer.startsWith("/left") ? "why" : pointer.split("/").slice(1).join(".")),
  });
  const { members, why } = form.values;
  const leaving = gone(members);
  const joins = members.some((one) => one.person !== null && !term.seats.some((seat) => seat.person === one.person));
  const whyField = form.field("why");
  // A person of the present seats may be a candidate no longer and is shown nevertheless.
  const known = new Set(list.candidates.map((one) => one.id));
  const candidates = [
    ...list.candidates,
    ...term.seats
      .filter((seat) => !known.has(seat.person))
      .map((seat) => ({ id: seat.person, name: seat.name, organisation_name: t("term.gone") })),
  ];
  return (
    <Form form={form} aria-label={t("term.change")}>
      <Stack gap={4}>
        <DateField label={t("term.from")} required {...form.field("from")} />
        <Members form={form} list={{ ...list, candidates }} />
        {leaving.map((seat, index) => (
          <SelectField
            key={seat.person}
            id={index === 0 ? whyField.id : undefined}
            label={t("term.whyLeaves", { name: seat.name })}
            required
            options={words("leaving")}
            value={why[seat.person] ?? null}
            error={why[seat.person] ? undefined : whyField.error}
            onChange={(next) => whyField.onChange({ ...why, [seat.person]: next as Leaving })}
          />
        ))}
        {joins && (
          <div className={css.two}>
            <DateField label={t("term.electedOn")} required {...form.field("elected_on")} />
            <TextField label={t("term.minutes")} hint={t("term.minutesHint")} required {...form.field("minutes")} />
          </div>
        )}
        {term.multi_ethnic && !term.waiver && !members.some((one) => one.minority) && (
          <TextField label={t("term.waiver")} hint={t("term.waiverHint")} {...form.field("waiver")} />
        )}
        {leaving.length > 0 && (
          <TextField label={t("term.vacancy")} hint={t("term.vacancyHint")} {...form.field("vacancy")} />
        )}
        <FormActions>
          <Submit form={form}>{t("term.changeVerb")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}
