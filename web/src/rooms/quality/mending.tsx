// Back to the mediator, and back again with what was done.
import { useTranslation } from "react-i18next";
import { tell } from "../../lib/server";
import {
  Card,
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
import { useShowReview } from "./ReviewPage";
import type { Review } from "./shapes";

export function SendBackForm({ said }: { said: Review }) {
  const { t } = useTranslation("quality");
  const show = useShowReview();
  const again = said.line.status === "mended";
  const form = useForm({
    initial: {
      responsible: (said.menders[0]?.person ?? null) as string | null,
      due: said.proposed_due as string | null,
      words: "",
    },
    draft: `review ${said.line.id} back ${said.rounds.length}`,
    send: (values, key) =>
      tell<Review>(
        `/quality/reviews/${said.line.id}/mending`,
        {
          ...(values.responsible ? { responsible: values.responsible } : {}),
          ...(values.due ? { due: values.due } : {}),
          ...(values.words.trim() ? { words: values.words } : {}),
        },
        { key, version: said.line.version },
      ),
    then: (answer) => {
      show(answer);
      toast(t("sentBackToast"));
    },
  });
  return (
    <Card title={t(again ? "backAgain" : "back")}>
      <Form form={form} aria-label={t(again ? "backAgain" : "back")}>
        <Stack gap={4}>
          {said.menders.length > 0 && (
            <SelectField
              label={t("responsible")}
              required
              options={said.menders.map((one) => ({ value: one.person, label: one.name }))}
              {...form.field("responsible")}
            />
          )}
          <DateField label={t("dueOn")} required {...form.field("due")} />
          <TextAreaField label={t("words")} rows={3} most={5000} {...form.field("words")} />
          <FormActions>
            <Submit form={form}>{t(again ? "step.sendBackAgain" : "step.sendBack")}</Submit>
          </FormActions>
        </Stack>
      </Form>
    </Card>
  );
}

export function MendForm({ said }: { said: Review }) {
  const { t } = useTranslation("quality");
  const show = useShowReview();
  const form = useForm({
    initial: { done: "" },
    draft: `review ${said.line.id} mend`,
    send: (values, key) =>
      tell<Review>(`/quality/reviews/${said.line.id}/mended`, values, { key, version: said.line.version }),
    then: (answer) => {
      show(answer);
      toast(t("mendedToast"));
    },
  });
  return (
    <Card title={t("mend")} tone="warn">
      <Form form={form} aria-label={t("mend")}>
        <Stack gap={4}>
          <p>{t("mendSays")}</p>
          <TextAreaField label={t("done")} required rows={4} most={5000} {...form.field("done")} />
          <FormActions>
            <Submit form={form}>{t("step.mend")}</Submit>
          </FormActions>
        </Stack>
      </Form>
    </Card>
  );
}
