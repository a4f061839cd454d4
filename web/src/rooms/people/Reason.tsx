import { useTranslation } from "react-i18next";
import { Form, FormActions, Stack, Submit, TextField, useForm } from "../../ui";

interface ReasonProps {
  /** What follows from it. */
  says: string;
  verb: string;
  send: (reason: string, key: string) => Promise<unknown>;
  done: () => void;
}

/** A deed that asks for nothing but its reason. */
export function Reason({ says, verb, send, done }: ReasonProps) {
  const { t } = useTranslation("people");
  const form = useForm({ initial: { reason: "" }, send: ({ reason }, key) => send(reason, key), then: done });
  return (
    <Form form={form} aria-label={verb}>
      <Stack gap={4}>
        <p>{says}</p>
        <TextField label={t("reason")} required {...form.field("reason")} />
        <FormActions>
          <Submit form={form}>{verb}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}
