// What the bureau and the director of its home may change about a team.
import { useState } from "react";
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
  TextAreaField,
  toast,
  useForm,
} from "../../ui";
import { nameIn } from "../shared/catalogue";
import type { Mediator, Organisation, Team } from "../shared/shapes";

interface Keeping {
  team: Team;
  done: () => void;
}

export function Telling({ team, done }: Keeping) {
  const { t } = useTranslation("teams");
  const form = useForm({
    initial: { story: team.story ?? "", founded_on: team.founded_on as string | null },
    send: (values, key) => tell<Team>(`/teams/${team.id}/story`, values, { key, verb: "PUT" }),
    then: () => {
      toast(t("kept"));
      done();
    },
  });
  return (
    <Form form={form} aria-label={t("tell")}>
      <Stack gap={4}>
        <TextAreaField label={t("story")} rows={6} {...form.field("story")} />
        <DateField label={t("foundedOn")} {...form.field("founded_on")} />
        <FormActions>
          <Submit form={form}>{t("keep")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}

/** Organisations that settle disputes, for choosing one. */
function useOffices() {
  const { i18n } = useTranslation();
  const list = useAsk<{ organisations: Organisation[] }>("/organisations");
  const handling = (list.data?.organisations ?? []).filter((one) => one.may_handle && one.kind !== "department");
  return handling.map((one) => ({ value: one.id, label: nameIn(one, i18n.language) }));
}

export function Joining({ team, done }: Keeping) {
  const { t } = useTranslation("teams");
  const offices = useOffices();
  const [office, setOffice] = useState<string | null>(team.home);
  const people = useAsk<{ mediators: Mediator[] }>(`/organisations/${office}/mediators`, {}, { when: office !== null });
  const form = useForm({
    initial: { person: null as string | null, leader: false },
    send: (values, key) => tell<Team>(`/teams/${team.id}/members`, values, { key }),
    then: () => {
      toast(t("kept"));
      done();
    },
  });
  return (
    <Form form={form} aria-label={t("join")}>
      <Stack gap={4}>
        <SelectField label={t("office")} options={offices} required value={office} onChange={setOffice} />
        <SelectField
          label={t("mediator")}
          required
          options={(people.data?.mediators ?? []).map((one) => ({ value: one.id, label: one.name }))}
          {...form.field("person")}
        />
        <CheckField label={t("leads")} {...form.field("leader")} />
        <FormActions>
          <Submit form={form}>{t("join")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}

export function Reaching({ team, done }: Keeping) {
  const { t } = useTranslation("teams");
  const offices = useOffices();
  const form = useForm({
    initial: { organisation: null as string | null },
    send: (values, key) => tell<Team>(`/teams/${team.id}/reach`, values, { key }),
    then: () => {
      toast(t("kept"));
      done();
    },
  });
  return (
    <Form form={form} aria-label={t("radiate")}>
      <Stack gap={4}>
        <SelectField label={t("office")} options={offices} required {...form.field("organisation")} />
        <FormActions>
          <Submit form={form}>{t("radiate")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}
