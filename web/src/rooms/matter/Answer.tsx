import { useState } from "react";
import { useTranslation } from "react-i18next";
import { tell } from "../../lib/server";
import { Button, Form, FormActions, Modal, Row, Stack, Submit, toast, useForm } from "../../ui";
import type { Matter } from "../shared/shapes";
import { TailField } from "./TailField";

type Said = "agree" | "refuse" | "withdraw";

interface AnswerProps {
  matter: Matter;
  code: string;
  change: (next: Matter) => void;
}

/** Agree, refuse or withdraw: a free word, given with the last four digits of one's phone. */
export function Answer({ matter, code, change }: AnswerProps) {
  const { t } = useTranslation("matter");
  const [saying, setSaying] = useState<Said | null>(null);
  const allowed: Record<Said, boolean> = {
    agree: matter.may_agree,
    refuse: matter.may_refuse,
    withdraw: matter.may_withdraw,
  };
  const may = (Object.keys(allowed) as Said[]).filter((one) => allowed[one]);
  if (may.length === 0) return null;
  return (
    <>
      <Row>
        {may.map((one) => (
          <Button key={one} kind={one === "agree" ? "primary" : "plain"} onClick={() => setSaying(one)}>
            {t(`answer.${one}.verb`)}
          </Button>
        ))}
      </Row>
      <Modal open={saying !== null} onClose={() => setSaying(null)} title={saying && t(`answer.${saying}.verb`)}>
        {saying && (
          <Tail
            saying={saying}
            code={code}
            done={(next) => {
              change(next);
              setSaying(null);
              toast(t("answer.done"));
            }}
          />
        )}
      </Modal>
    </>
  );
}

function Tail({ saying, code, done }: { saying: Said; code: string; done: (next: Matter) => void }) {
  const { t } = useTranslation("matter");
  const form = useForm({
    initial: { phone_tail: "" },
    send: (values, key) =>
      tell<Matter>(
        "/my/consent",
        { code, phone_tail: values.phone_tail.trim(), consent: saying === "agree" ? "agreed" : "refused" },
        { key },
      ),
    then: done,
  });
  return (
    <Form form={form} aria-label={t(`answer.${saying}.verb`)}>
      <Stack gap={4}>
        <p>{t(`answer.${saying}.says`)}</p>
        <TailField {...form.field("phone_tail")} />
        <FormActions>
          <Submit form={form}>{t(`answer.${saying}.verb`)}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}
