// When the court's ruling reached me: my time to object counts from that day.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { now } from "../../lib/clock";
import { isoDay } from "../../lib/fmt";
import { tell } from "../../lib/server";
import { Button, DateField, Form, FormActions, Modal, Stack, Submit, toast, useForm } from "../../ui";
import type { Matter } from "../shared/shapes";
import { TailField } from "./TailField";

interface Told {
  received: string;
  until: string;
  says: string;
}

interface Props {
  matter: Matter;
  code: string;
  change: (next: Matter) => void;
}

export function MyRuling({ matter, code, change }: Props) {
  const { t } = useTranslation("matter");
  const [telling, setTelling] = useState(false);
  const news = matter.at_court;
  if (!news?.may_tell_receipt) return null;
  const done = ({ received, until, says }: Told) => {
    change({ ...matter, at_court: { ...news, received, until, until_says: says } });
    setTelling(false);
    toast(t("answer.done"));
  };
  return (
    <>
      <Button onClick={() => setTelling(true)}>{t(news.received ? "ruling.mend" : "ruling.verb")}</Button>
      <Modal open={telling} onClose={() => setTelling(false)} title={t("ruling.verb")}>
        {telling && <Tell code={code} received={news.received} done={done} />}
      </Modal>
    </>
  );
}

function Tell({ code, received, done }: { code: string; received: string | null; done: (told: Told) => void }) {
  const { t } = useTranslation("matter");
  const form = useForm({
    initial: { on: received, phone_tail: "" } as { on: string | null; phone_tail: string },
    send: ({ on, phone_tail }, key) => tell<Told>("/my/ruling", { code, phone_tail: phone_tail.trim(), on }, { key }),
    then: done,
  });
  return (
    <Form form={form} aria-label={t("ruling.verb")}>
      <Stack gap={4}>
        <p>{t("ruling.says")}</p>
        <DateField label={t("ruling.on")} required max={isoDay(now())} {...form.field("on")} />
        <TailField {...form.field("phone_tail")} />
        <FormActions>
          <Submit form={form}>{t("ruling.verb")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}
