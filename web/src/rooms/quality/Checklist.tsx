// The questions of the list, each with what to look at and its article. A fault has a note.
import { useTranslation } from "react-i18next";
import { articleOf } from "../../lib/fmt";
import { tell } from "../../lib/server";
import {
  Button,
  Card,
  Form,
  FormActions,
  RadioTiles,
  Stack,
  StatusBadge,
  Submit,
  TextAreaField,
  toast,
  useForm,
} from "../../ui";
import css from "./quality.module.css";
import { useShowReview } from "./ReviewPage";
import { type Item, type Review, severityTone, type Verdict } from "./shapes";

export function Checklist({ said }: { said: Review }) {
  return said.allowed.includes("answer") ? <Answering said={said} /> : <Answered said={said} />;
}

interface Answer {
  item: string;
  verdict: Verdict | null;
  note: string;
}

function Answering({ said }: { said: Review }) {
  const { t } = useTranslation("quality");
  const show = useShowReview();
  const form = useForm<{ answers: Answer[] }, Review>({
    initial: { answers: said.items.map((one) => ({ item: one.key, verdict: one.verdict, note: one.note })) },
    draft: `review ${said.line.id}`,
    at: (pointer): string => {
      // What is sent leaves out what nobody answered: its places are those of the answered ones.
      const [, index, field] = /^\/answers\/(\d+)\/(\w+)$/.exec(pointer) ?? [];
      const sent = form.values.answers.flatMap((one, at) => (one.verdict ? [at] : []));
      return index === undefined ? pointer : `answers.${sent[Number(index)]}.${field}`;
    },
    send: (values, key) =>
      tell<Review>(
        `/quality/reviews/${said.line.id}/answers`,
        { answers: values.answers.filter((one) => one.verdict) },
        { verb: "PUT", key, version: said.line.version },
      ),
    then: (answer) => {
      show(answer);
      toast(t("kept"));
    },
  });
  const open = form.values.answers.filter((one) => !one.verdict).length;
  const allSound = () =>
    form.set({
      answers: form.values.answers.map((one) => (one.verdict ? one : { ...one, verdict: "sound" as const })),
    });
  return (
    <Card title={t("list")}>
      <Form form={form} aria-label={t("list")}>
        <Stack gap={4}>
          <p role="status">{t("open", { count: open })}</p>
          {said.items.map((item, n) => (
            <Question key={item.key} item={item} n={n}>
              <RadioTiles
                label={t("verdictOf", { n: n + 1 })}
                options={(["sound", "fault", "not_applicable"] as const).map((one) => ({
                  value: one,
                  label: t(`verdict.${one}`),
                }))}
                {...form.field(`answers.${n}.verdict`)}
                value={form.values.answers[n]?.verdict ?? null}
                onChange={(to) =>
                  form.set({
                    answers: form.values.answers.map((one, at) =>
                      at === n ? { ...one, verdict: to as Verdict } : one,
                    ),
                  })
                }
              />
              {form.values.answers[n]?.verdict === "fault" && (
                <TextAreaField
                  label={t("noteOf", { n: n + 1 })}
                  required
                  rows={2}
                  most={5000}
                  {...form.field(`answers.${n}.note`)}
                />
              )}
            </Question>
          ))}
          <FormActions>
            <Submit form={form}>{t("step.answer")}</Submit>
            {open > 0 && (
              <Button kind="quiet" onClick={allSound}>
                {t("restSound", { count: open })}
              </Button>
            )}
          </FormActions>
        </Stack>
      </Form>
    </Card>
  );
}

function Question({ item, n, children }: { item: Item; n: number; children: React.ReactNode }) {
  const { t } = useTranslation("quality");
  return (
    <section className={css.question} aria-label={`${n + 1}. ${item.ask}`}>
      <h3>
        {n + 1}. {item.ask}{" "}
        <StatusBadge tone={severityTone[item.severity] ?? "neutral"}>{item.severity_name}</StatusBadge>
      </h3>
      <p className="dim">
        {t("lookAt")} {item.basis}
        {item.article && ` · ${articleOf(item.article)}`}
      </p>
      {children}
    </section>
  );
}

function Answered({ said }: { said: Review }) {
  const { t } = useTranslation("quality");
  return (
    <Card title={t("list")}>
      {said.items.map((item, n) => (
        <Question key={item.key} item={item} n={n}>
          <p>
            <StatusBadge tone={item.verdict === "fault" ? "danger" : item.verdict === "sound" ? "ok" : "neutral"}>
              {item.verdict ? t(`verdict.${item.verdict}`) : t("notAnswered")}
            </StatusBadge>{" "}
            {item.note}
          </p>
        </Question>
      ))}
    </Card>
  );
}
