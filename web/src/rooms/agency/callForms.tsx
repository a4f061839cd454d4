// The two deeds of a department that need words: what it answers, and why it does not come.
import { useTranslation } from "react-i18next";
import { tell } from "../../lib/server";
import { Form, FormActions, RadioTiles, Stack, Submit, TextAreaField, useForm } from "../../ui";
import { useCatalogue } from "../shared/catalogue";
import type { CallAsked } from "../shared/shapes";

interface FormProps {
  call: CallAsked;
  done: () => void;
}

export function AnswerForm({ call, done }: FormProps) {
  const { t } = useTranslation("agency");
  const verb = t(call.by_host ? "verb.correct" : "verb.answer");
  const form = useForm({
    initial: { answer: call.by_host ? (call.answer ?? "") : "" },
    draft: `call ${call.id} answer`,
    send: (values, key) => tell<CallAsked>(`/calls/${call.id}/answer`, values, { verb: "PUT", key }),
    then: done,
  });
  return (
    <Form form={form} aria-label={verb}>
      <Stack gap={4}>
        <TextAreaField
          label={t("joint.answer")}
          hint={t("joint.answerHint")}
          required
          rows={5}
          most={5000}
          {...form.field("answer")}
        />
        <FormActions>
          <Submit form={form}>{verb}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}

export function DeclineForm({ call, done }: FormProps) {
  const { t } = useTranslation("agency");
  const { choices } = useCatalogue();
  const form = useForm({
    initial: { reason: null as string | null, note: "" },
    send: (values, key) =>
      tell<CallAsked>(
        `/calls/${call.id}/refusal`,
        { reason: values.reason ?? "", ...(values.note.trim() ? { note: values.note } : {}) },
        { key },
      ),
    then: done,
  });
  return (
    <Form form={form} aria-label={t("verb.decline")}>
      <Stack gap={4}>
        <RadioTiles label={t("joint.because")} required options={choices("call_decline")} {...form.field("reason")} />
        <TextAreaField label={t("note")} hint={t("joint.noteHint")} rows={3} {...form.field("note")} />
        <FormActions>
          <Submit form={form}>{t("verb.decline")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}
