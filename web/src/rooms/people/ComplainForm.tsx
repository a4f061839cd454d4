import { useTranslation } from "react-i18next";
import { tell } from "../../lib/server";
import { useMe } from "../../shell/session";
import { Form, FormActions, RadioTiles, SelectField, Stack, Submit, TextAreaField, TextField, useForm } from "../../ui";
import { useCatalogue } from "../shared/catalogue";
import type { Complaint, PersonPage } from "./shapes";

/** A complaint about a mediator, taken down for a party or somebody else, or an own finding. */
export function Complain({ person, done }: { person: PersonPage; done: (made: Complaint) => void }) {
  const { t } = useTranslation("people");
  const { words } = useCatalogue();
  const roles = useMe()?.roles ?? [];
  const inCharge = roles.includes("director") || roles.includes("supervisor");
  const form = useForm({
    initial: { kind: null as string | null, brought_by: "party", words: "", complainant: "", contact: "" },
    send: (values, key) => tell<Complaint>(`/people/${person.id}/complaints`, values, { key }),
    then: done,
  });
  const own = form.values.brought_by === "own_finding";
  return (
    <Form form={form} aria-label={t("complain.verb")}>
      <Stack gap={4}>
        <p className="dim">{t("complain.says")}</p>
        <SelectField label={t("complain.kind")} required options={words("misconduct")} {...form.field("kind")} />
        <RadioTiles
          label={t("complain.broughtBy")}
          required
          options={words("brought_by").filter((one) => inCharge || one.value !== "own_finding")}
          {...form.field("brought_by")}
        />
        <TextAreaField label={t("complain.words")} required rows={5} {...form.field("words")} />
        {!own && (
          <>
            <TextField
              label={t("complain.complainant")}
              hint={t("complain.complainantHint")}
              required
              {...form.field("complainant")}
            />
            <TextField label={t("complain.contact")} {...form.field("contact")} />
          </>
        )}
        <FormActions>
          <Submit form={form}>{t("complain.verb")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}
