import { useTranslation } from "react-i18next";
import { now } from "../../lib/clock";
import { isoDay } from "../../lib/fmt";
import { tell } from "../../lib/server";
import { DateField, Form, FormActions, Stack, Submit, toast, useForm } from "../../ui";
import type { Notice, Term } from "./shapes";

/** The notice has gone to the court on that day. */
export function SentForm({ term, notice, done }: { term: Term; notice: Notice; done: () => void }) {
  const { t } = useTranslation("organisation");
  const form = useForm({
    initial: { on: isoDay(now()) as string | null },
    send: (values, key) =>
      tell<Term>(`/terms/${term.id}/notices/${notice.id}`, values, { key, version: term.version, verb: "PUT" }),
    then: () => {
      toast(t("notice.marked"));
      done();
    },
  });
  return (
    <Form form={form} aria-label={t("notice.mark")}>
      <Stack gap={4}>
        <p>{`${notice.says} · ${notice.of}`}</p>
        <DateField label={t("notice.on")} required {...form.field("on")} />
        <FormActions>
          <Submit form={form}>{t("notice.mark")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}
