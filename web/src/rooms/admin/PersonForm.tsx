import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { tell } from "../../lib/server";
import { DateField, Form, FormActions, MultiSelectField, Stack, Submit, TextField, toast, useForm } from "../../ui";
import { pathOf } from "../../ui/useForm";
import { useCatalogue } from "../shared/catalogue";
import type { Organisation } from "../shared/shapes";
import css from "./admin.module.css";
import { servesAs } from "./kinds";
import { again } from "./scope";
import type { Person, Service } from "./shapes";

/** A list is one field: what is wrong with one of its entries is said there. */
const atList = (pointer: string) => pathOf(pointer).replace(/^(languages|skills|serves_as)\..*/, "$1");

const certified = (services: string[]) => services.includes("mediator") || services.includes("informant");

/** Registers somebody who serves at this office. */
export function PersonForm({ office, done }: { office: Organisation; done: (made: Person) => void }) {
  const { t } = useTranslation("admin");
  const { words, kindOptions } = useCatalogue();
  const queries = useQueryClient();
  const form = useForm({
    initial: {
      name: "",
      phone: office.phone,
      languages: ["zh"],
      skills: [] as string[],
      serves_as: [servesAs(office.kind)] as Service[],
      certificate: "",
      certificate_until: null as string | null,
    },
    send: (values, key) => {
      const paper = certified(values.serves_as)
        ? { certificate: values.certificate, certificate_until: values.certificate_until }
        : { certificate: "", certificate_until: null };
      return tell<Person>("/people", { ...values, ...paper, organisation: office.id }, { key });
    },
    then: (made) => {
      again(queries);
      toast(t("people.added", { name: made.name }));
      done(made);
    },
    at: atList,
  });
  const services = form.field("serves_as");
  return (
    <Form form={form} aria-label={t("people.add")}>
      <Stack gap={4}>
        <TextField label={t("people.name")} required {...form.field("name")} />
        <TextField
          label={t("people.phone")}
          hint={t("people.phoneHint")}
          inputMode="tel"
          maxLength={20}
          {...form.field("phone")}
        />
        <MultiSelectField
          {...services}
          label={t("people.servesAs")}
          required
          options={words("service")}
          onChange={(next) => services.onChange(next as Service[])}
        />
        <MultiSelectField label={t("people.languages")} options={words("tongue")} {...form.field("languages")} />
        <MultiSelectField
          label={t("people.skills")}
          hint={t("people.skillsHint")}
          options={kindOptions}
          {...form.field("skills")}
        />
        {certified(form.values.serves_as) && (
          <div className={css.two}>
            <TextField
              label={t("people.certificateNumber")}
              hint={t("people.certificateHint")}
              {...form.field("certificate")}
            />
            <DateField
              label={t("people.certificateUntil")}
              hint={t("people.certificateUntilHint")}
              {...form.field("certificate_until")}
            />
          </div>
        )}
        <FormActions>
          <Submit form={form}>{t("people.addVerb")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}
