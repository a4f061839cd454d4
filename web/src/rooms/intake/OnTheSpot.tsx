import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { keepOnPage } from "../../lib/kept";
import { tell } from "../../lib/server";
import type { FieldProblem } from "../../problem";
import { useSignedIn } from "../../shell/session";
import {
  Button,
  Card,
  CheckField,
  DateField,
  Form,
  FormActions,
  type FormState,
  IconButton,
  MoneyField,
  MultiSelectField,
  Page,
  RadioTiles,
  Row,
  SelectField,
  Skeleton,
  Stack,
  Submit,
  TextAreaField,
  TextField,
  useForm,
} from "../../ui";
import { Chooser } from "../papers/Chooser";
import { unready } from "../papers/leaving";
import { type Queue, useQueue } from "../papers/queue";
import { letFollow } from "../papers/waiting";
import { useCatalogue } from "../shared/catalogue";
import { hasGap, type Phrase } from "../shared/sentences";
import type { Taken } from "./Intake";
import { atInner } from "./inner";
import css from "./intake.module.css";
import { PartyCards } from "./PartyCards";
import { RequestFields } from "./RequestFields";
import { blankRequest, innerDoor, type RequestValues, requestBody } from "./request";
import { Sentences } from "./Sentences";

interface PromiseValues {
  from: string;
  to: string;
  what: string;
  manner: string | null;
  amount: number | null;
  due: string | null;
  evidence: string;
  /** The sentence that it came with, and which of the two that leaves to be said. */
  ticked?: { key: string; amount: boolean; date: boolean };
}

interface SpotValues {
  request: RequestValues;
  methods: string[];
  record: string;
  terms: string;
  promises: PromiseValues[];
  all_agreed_and_told: boolean;
  no_conflict: boolean;
  /** For whose eyes what is attached will be; no part of the record itself. */
  eyes: string;
}

const blankPromise: PromiseValues = {
  from: "1",
  to: "0",
  what: "",
  manner: "other",
  amount: null,
  due: null,
  evidence: "",
};

/** What a ticked promise still has to say: how much, and until when. */
function openPromises({ promises }: SpotValues, detail: string): FieldProblem[] {
  return promises.flatMap((one, nth) =>
    one.ticked
      ? [
          ...(one.ticked.amount && one.amount === null
            ? [{ at: `/promises/${nth}/amount`, code: "missing", detail }]
            : []),
          ...(one.ticked.date && one.due === null ? [{ at: `/promises/${nth}/due`, code: "missing", detail }] : []),
        ]
      : [],
  );
}

function bodyOf(values: SpotValues) {
  const promises = values.promises.map(({ ticked: _, ...one }) => ({
    ...one,
    from: Number(one.from),
    to: Number(one.to),
    manner: one.manner ?? "other",
  }));
  const { eyes: _, ...record } = values;
  return { ...record, request: requestBody(values.request), promises };
}

/** A quarrel settled in ten minutes: one form, one submit, from request to oral agreement. */
export function OnTheSpot() {
  const { t } = useTranslation("intake");
  // Whose draft it is has to be known first.
  const { known } = useSignedIn();
  return (
    <Page title={t("spot.title")} subtitle={t("spot.says")} back={{ to: "/desk/disputes", label: t("back") }}>
      {known ? <Writing /> : <Skeleton shape="cards" count={3} />}
    </Page>
  );
}

function Writing() {
  const { t } = useTranslation("intake");
  const { t: paperWord } = useTranslation("papers");
  const navigate = useNavigate();
  const queue = useQueue();
  const form = useForm({
    initial: {
      request: blankRequest("own_initiative"),
      methods: [],
      record: "",
      terms: "",
      promises: [],
      all_agreed_and_told: false,
      no_conflict: false,
      eyes: "file",
    } as SpotValues,
    draft: "on the spot",
    check: (values) => [...unready(queue, paperWord, 0), ...openPromises(values, t("spot.sayIt"))],
    send: (values, key) => tell<Taken>("/disputes/on-the-spot", bodyOf(values), { key }),
    then: ({ file, codes }) => {
      const page = `/desk/on-the-spot/done/${file.id}`;
      keepOnPage(page, codes);
      letFollow(file.id, queue.latest().items, form.values.eyes);
      void navigate(page);
    },
    at: atInner,
  });
  const door = innerDoor(form);
  return (
    <Form form={form} aria-label={t("spot.title")}>
      <Stack gap={4}>
        <RequestFields door={door} withTime />
        <PartyCards door={door} withConsent={false} />
        <Ticked form={form} />
        <Settled form={form} />
        <Attachments form={form} queue={queue} />
        <Card tone="brand">
          <Stack gap={3}>
            <CheckField label={t("spot.agreed")} hint={t("spot.article")} {...form.field("all_agreed_and_told")} />
            <CheckField label={t("spot.noConflict")} hint={t("spot.noConflictHint")} {...form.field("no_conflict")} />
          </Stack>
        </Card>
        <FormActions>
          <Submit form={form}>{t("spot.submit")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}

/** Photos and voice notes, sent with the same submit: after the record, which does not wait for them. */
function Attachments({ form, queue }: { form: FormState<SpotValues>; queue: Queue }) {
  const { t } = useTranslation("intake");
  const { words } = useCatalogue();
  return (
    <Card title={t("spot.attached")}>
      <Stack gap={3}>
        <Chooser queue={{ ...queue, busy: form.busy }} hint={t("spot.attachedHint")} />
        {queue.items.length > 0 && (
          <RadioTiles
            label={t("spot.eyes")}
            options={words("paper_visibility").filter((one) => one.value !== "side")}
            {...form.field("eyes")}
          />
        )}
      </Stack>
    </Card>
  );
}

function Ticked({ form }: { form: FormState<SpotValues> }) {
  const { t } = useTranslation("intake");
  const { choices } = useCatalogue();
  const { request, promises, methods } = form.values;
  // A promise of money or by a day is more than a sentence: it has a row, or nobody would be reminded of it.
  const promised = (one: Phrase, on: boolean) => {
    const [amount, due] = [hasGap(one.text, "amount"), hasGap(one.text, "date")];
    if (!amount && !due) return;
    const at = promises.findIndex((row) => row.ticked?.key === one.key);
    if (!on && at >= 0) form.remove("promises", at);
    if (!on) return;
    const side = (which: string) =>
      String(
        Math.max(
          0,
          request.parties.findIndex((party) => party.side === which),
        ),
      );
    form.add("promises", {
      ...blankPromise,
      from: side("respondent"),
      to: side("applicant"),
      what: t(amount ? "spot.pays" : "spot.doesIt"),
      manner: amount ? "transfer" : "other",
      amount: amount ? request.amount : null,
      ticked: { key: one.key, amount, date: due },
    });
  };
  return (
    <Sentences
      kind={request.kind}
      methods={methods}
      parties={request.parties}
      place={request.place}
      amount={promises[0]?.amount ?? request.amount}
      due={promises[0]?.due ?? null}
      value={(field) => form.field(field).value as string}
      change={(field, value) => form.field(field).onChange(value)}
      promised={promised}
    >
      <MultiSelectField label={t("spot.methods")} options={choices("method")} {...form.field("methods")} />
    </Sentences>
  );
}

function Settled({ form }: { form: FormState<SpotValues> }) {
  const { t } = useTranslation("intake");
  return (
    <Card title={t("spot.settled")}>
      <Stack gap={4}>
        <TextAreaField label={t("spot.record")} rows={3} required {...form.field("record")} />
        <TextAreaField label={t("spot.terms")} rows={3} required {...form.field("terms")} />
        {form.values.promises.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is the promise's name in the form
          <Promised key={index} form={form} index={index} />
        ))}
        <Row>
          <Button icon={<Plus size={18} aria-hidden />} onClick={() => form.add("promises", blankPromise)}>
            {t("spot.addPromise")}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}

function Promised({ form, index }: { form: FormState<SpotValues>; index: number }) {
  const { t } = useTranslation("intake");
  const { words } = useCatalogue();
  const at = `promises.${index}` as const;
  const people = form.values.request.parties.map((one, nth) => ({
    value: String(nth),
    label: one.name || t(`party.${one.side}`),
  }));
  const title = t("spot.promise", { nth: index + 1 });
  return (
    <Card
      level={3}
      title={title}
      actions={
        <IconButton
          label={t("party.remove", { title })}
          icon={<X size={18} />}
          onClick={() => form.remove("promises", index)}
        />
      }
    >
      <Stack gap={3}>
        <div className={css.three}>
          <SelectField
            label={t("spot.from")}
            required
            options={people}
            {...form.field(`${at}.from`)}
            onChange={(one) => form.field(`${at}.from`).onChange(one ?? "0")}
          />
          <SelectField
            label={t("spot.to")}
            required
            options={people}
            {...form.field(`${at}.to`)}
            onChange={(one) => form.field(`${at}.to`).onChange(one ?? "0")}
          />
          <SelectField label={t("spot.manner")} required options={words("manner")} {...form.field(`${at}.manner`)} />
        </div>
        <TextField label={t("spot.what")} required {...form.field(`${at}.what`)} />
        <div className={css.three}>
          <MoneyField label={t("matter.amount")} {...form.field(`${at}.amount`)} />
          <DateField
            label={t("spot.due")}
            hint={t(form.values.promises[index]?.ticked?.date ? "spot.dueTicked" : "spot.dueHint")}
            {...form.field(`${at}.due`)}
          />
        </div>
        {!form.values.promises[index]?.due && !form.values.promises[index]?.ticked?.date && (
          <TextField label={t("spot.evidence")} {...form.field(`${at}.evidence`)} />
        )}
      </Stack>
    </Card>
  );
}
