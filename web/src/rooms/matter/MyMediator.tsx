// Who mediates: a party asks for somebody, says what stands against somebody, or wishes to go
// on all the same (People's Mediation Law, articles 19 and 23).
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { listed } from "../../lib/fmt";
import { tell } from "../../lib/server";
import {
  Button,
  Card,
  Form,
  FormActions,
  Modal,
  Row,
  SelectField,
  Stack,
  Submit,
  TextAreaField,
  toast,
  useForm,
} from "../../ui";
import { useCatalogue } from "../shared/catalogue";
import type { Choosables, Matter } from "../shared/shapes";
import { TailField } from "./TailField";

type Word = "wish" | "object" | "goOn";
type Mediator = Matter["mediator"];

interface Props {
  matter: Matter;
  code: string;
  change: (next: Matter) => void;
}

export function MyMediator({ matter, code, change }: Props) {
  const { t } = useTranslation("matter");
  const [saying, setSaying] = useState<Word | null>(null);
  const { mediator } = matter;
  const may: Record<Word, boolean> = {
    wish: mediator.may_wish,
    object: mediator.may_object,
    goOn: mediator.may_go_on,
  };
  const words = (Object.keys(may) as Word[]).filter((one) => may[one]);
  const told = [mediator.tie, mediator.objection].filter(Boolean);
  if (words.length === 0 && mediator.names.length === 0 && !mediator.wish && told.length === 0) return null;
  return (
    <Card title={t("mediator.title")} tone={mediator.tie ? "warn" : "plain"}>
      <Stack gap={3}>
        {mediator.names.length > 0 && (
          <p>
            <strong>
              <bdi>{mediator.names.join(" · ")}</bdi>
            </strong>
          </p>
        )}
        {mediator.wish && <p>{t("mediator.wished", { name: mediator.wish })}</p>}
        {told.map((one) => (
          <p key={one} aria-live="polite">
            {one}
          </p>
        ))}
        {words.length > 0 && (
          <Row>
            {words.map((one) => (
              <Button key={one} kind={one === "goOn" ? "primary" : "plain"} onClick={() => setSaying(one)}>
                {t(`mediator.${one}.verb`)}
              </Button>
            ))}
          </Row>
        )}
      </Stack>
      <Modal open={saying !== null} onClose={() => setSaying(null)} title={saying && t(`mediator.${saying}.verb`)}>
        {saying && (
          <Say
            saying={saying}
            code={code}
            done={(next) => {
              change({ ...matter, mediator: next });
              setSaying(null);
              toast(t("answer.done"));
            }}
          />
        )}
      </Modal>
    </Card>
  );
}

const doors: Record<Word, string> = { wish: "/my/wish", object: "/my/objection", goOn: "/my/going-on" };

interface Values {
  person: string | null;
  ground: string | null;
  note: string;
  phone_tail: string;
}

function bodyOf(saying: Word, code: string, values: Values): object {
  const who = { code, phone_tail: values.phone_tail.trim() };
  if (saying === "wish") return { ...who, ...(values.person ? { person: values.person } : {}) };
  if (saying === "object") return { ...who, ground: values.ground ?? "", note: values.note };
  return who;
}

function Say({ saying, code, done }: { saying: Word; code: string; done: (next: Mediator) => void }) {
  const { t } = useTranslation("matter");
  const { choices } = useCatalogue();
  const form = useForm({
    initial: { person: null, ground: "party_objects", note: "", phone_tail: "" } as Values,
    send: (values, key) => tell<Mediator>(doors[saying], bodyOf(saying, code, values), { key }),
    then: done,
  });
  return (
    <Form form={form} aria-label={t(`mediator.${saying}.verb`)}>
      <Stack gap={4}>
        <p>{t(`mediator.${saying}.says`)}</p>
        {saying === "wish" && <Whom code={code} field={form.field("person")} />}
        {saying === "object" && (
          <>
            <SelectField
              label={t("mediator.ground")}
              required
              options={choices("conflict")}
              {...form.field("ground")}
            />
            <TextAreaField label={t("mediator.note")} hint={t("mediator.noteHint")} rows={2} {...form.field("note")} />
          </>
        )}
        <TailField {...form.field("phone_tail")} />
        <FormActions>
          <Submit form={form}>{t(`mediator.${saying}.verb`)}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}

interface WhomProps {
  code: string;
  field: { id: string; value: string | null; onChange: (to: string | null) => void; error?: string };
}

/** The mediators of the office, with the languages that they speak. */
function Whom({ code, field }: WhomProps) {
  const { t, i18n } = useTranslation("matter");
  const { word } = useCatalogue();
  const { data } = useQuery({
    queryKey: ["choosable", code, i18n.language],
    queryFn: () => tell<Choosables>("/my/mediators", { code }),
    retry: false,
  });
  const options = (data?.mediators ?? []).map((one) => ({
    value: one.person,
    label: `${one.name} · ${listed(one.languages.split(",").map((key) => word("tongue", key)))}`,
  }));
  return <SelectField label={t("mediator.whom")} hint={t("mediator.whomHint")} options={options} {...field} />;
}
