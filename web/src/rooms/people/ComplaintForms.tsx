import { useTranslation } from "react-i18next";
import { now } from "../../lib/clock";
import { isoDay } from "../../lib/fmt";
import { tell } from "../../lib/server";
import {
  DateField,
  Form,
  FormActions,
  RadioTiles,
  SelectField,
  Stack,
  Submit,
  TextAreaField,
  TextField,
  useForm,
} from "../../ui";
import { useCatalogue } from "../shared/catalogue";
import css from "./people.module.css";
import type { Complaint } from "./shapes";

interface StepProps {
  complaint: Complaint;
  done: () => void;
}

/** What was found, and what the mediator says to it. */
export function Examine({ complaint, done }: StepProps) {
  const { t } = useTranslation("people");
  const form = useForm({
    initial: { result: null as string | null, findings: complaint.findings ?? "", heard: complaint.heard ?? "" },
    send: ({ result, ...values }, key) =>
      tell(`/complaints/${complaint.id}/examination`, { ...values, well_founded: result === "found" }, { key }),
    then: done,
    check: ({ result }) => (result ? [] : [{ at: "/result", code: "missing", detail: t("complaint.resultNeeded") }]),
  });
  return (
    <Form form={form} aria-label={t("complaint.examine")}>
      <Stack gap={4}>
        <TextAreaField label={t("complaint.findings")} required rows={4} {...form.field("findings")} />
        <TextAreaField label={t("complaint.heard")} hint={t("complaint.heardHint")} rows={3} {...form.field("heard")} />
        <RadioTiles
          label={t("complaint.result")}
          required
          options={[
            { value: "found", label: t("complaint.found") },
            { value: "not_found", label: t("complaint.notFound") },
          ]}
          {...form.field("result")}
        />
        <FormActions>
          <Submit form={form}>{t("complaint.examine")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}

/** The ladder of article 15. */
export function Decide({ complaint, done }: StepProps) {
  const { t } = useTranslation("people");
  const { words } = useCatalogue();
  const ends = complaint.engaged === "elected" ? "removed" : "dismissed";
  const fitting = complaint.well_founded ? ["criticised", "ordered_to_correct", ends] : ["not_upheld"];
  const form = useForm({
    initial: {
      outcome: (complaint.well_founded ? null : "not_upheld") as string | null,
      body: complaint.electing[0] ?? (null as string | null),
      decided_on: isoDay(now()) as string | null,
      minutes: "",
      note: "",
    },
    send: ({ outcome, body, decided_on, minutes, note }, key) => {
      const end = outcome === "removed" || outcome === "dismissed";
      return tell(
        `/complaints/${complaint.id}/outcome`,
        { outcome, note, ...(end ? { decided_on, minutes } : {}), ...(outcome === "removed" ? { body } : {}) },
        { key },
      );
    },
    then: done,
  });
  const end = form.values.outcome === "removed" || form.values.outcome === "dismissed";
  return (
    <Form form={form} aria-label={t("complaint.decide")}>
      <Stack gap={4}>
        <p className="dim">{t("complaint.ladder")}</p>
        <RadioTiles
          label={t("complaint.outcome")}
          required
          options={words("outcome").filter((one) => fitting.includes(one.value))}
          {...form.field("outcome")}
        />
        {end && (
          <>
            <p>
              <strong>{t("complaint.endsAll")}</strong>
            </p>
            {form.values.outcome === "removed" && (
              <SelectField
                label={t("complaint.body")}
                required
                options={words("body").filter((one) => complaint.electing.includes(one.value))}
                {...form.field("body")}
              />
            )}
            <div className={css.two}>
              <DateField label={t("complaint.on")} required {...form.field("decided_on")} />
              <TextField label={t("complaint.minutes")} {...form.field("minutes")} />
            </div>
          </>
        )}
        <TextAreaField label={t("complaint.note")} rows={3} {...form.field("note")} />
        <FormActions>
          <Submit form={form}>{t("complaint.decide")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}

/** The answer to whoever complained. */
export function AnswerIt({ complaint, done }: StepProps) {
  const { t } = useTranslation("people");
  const { words } = useCatalogue();
  const ways = words("answered_by").filter((one) => complaint.by_receipt || one.value !== "receipt_page");
  const form = useForm({
    initial: { by: complaint.by_receipt ? "receipt_page" : "phone", words: "" },
    send: (values, key) => tell(`/complaints/${complaint.id}/answer`, values, { key }),
    then: done,
  });
  return (
    <Form form={form} aria-label={t("complaint.answer")}>
      <Stack gap={4}>
        <TextAreaField
          label={t("complaint.answerWords")}
          hint={complaint.by_receipt ? t("complaint.onReceipt") : undefined}
          required
          rows={5}
          {...form.field("words")}
        />
        <RadioTiles label={t("complaint.how")} required options={ways} {...form.field("by")} />
        <FormActions>
          <Submit form={form}>{t("complaint.answer")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}
