// Not content with the mediator: a complaint by the code of the receipt, and what became of it
// (People's Mediation Law, article 15).
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { date } from "../../lib/fmt";
import { tell } from "../../lib/server";
import {
  Button,
  Card,
  Form,
  FormActions,
  Modal,
  SelectField,
  Stack,
  Submit,
  TextAreaField,
  toast,
  useForm,
} from "../../ui";
import { useCatalogue } from "../shared/catalogue";
import type { Matter, MyComplaints } from "../shared/shapes";
import { TailField } from "./TailField";

interface Props {
  matter: Matter;
  code: string;
  change: (next: Matter) => void;
}

export function Complaints({ matter, code, change }: Props) {
  const { t } = useTranslation("matter");
  const [open, setOpen] = useState(false);
  if (!matter.may_complain && matter.complaints.length === 0) return null;
  return (
    <Card title={t("complaints.title")}>
      <Stack gap={3}>
        <p className="dim">{t("complaints.says")}</p>
        {matter.complaints.map((one) => (
          <p key={one.received_at} aria-live="polite">
            <strong>{one.kind_name}</strong> · {one.status_name} ·{" "}
            {t("complaints.received", { when: date(one.received_at) })}
            {one.answered_at ? null : <> · {t("complaints.answerBy", { when: date(one.answer_by) })}</>}
            {one.answer && (
              <>
                <br />
                {t("complaints.answer")} <bdi>{one.answer}</bdi>
              </>
            )}
          </p>
        ))}
        {matter.may_complain && <Button onClick={() => setOpen(true)}>{t("complaints.verb")}</Button>}
      </Stack>
      <Modal open={open} onClose={() => setOpen(false)} title={t("complaints.verb")}>
        <Complain
          code={code}
          done={(told) => {
            change({ ...matter, complaints: told.complaints });
            setOpen(false);
            toast(t("complaints.done"));
          }}
        />
      </Modal>
    </Card>
  );
}

function Complain({ code, done }: { code: string; done: (told: MyComplaints) => void }) {
  const { t } = useTranslation("matter");
  const { words } = useCatalogue();
  const form = useForm({
    initial: { kind: null as string | null, words: "", phone_tail: "" },
    send: (values, key) =>
      tell<MyComplaints>("/my/complaint", { ...values, code, phone_tail: values.phone_tail.trim() }, { key }),
    then: done,
  });
  return (
    <Form form={form} aria-label={t("complaints.verb")}>
      <Stack gap={4}>
        <p>{t("complaints.says")}</p>
        <SelectField label={t("complaints.kind")} required options={words("misconduct")} {...form.field("kind")} />
        <TextAreaField label={t("complaints.words")} required rows={5} {...form.field("words")} />
        <TailField {...form.field("phone_tail")} />
        <FormActions>
          <Submit form={form}>{t("complaints.verb")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}
