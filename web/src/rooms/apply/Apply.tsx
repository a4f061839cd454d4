import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { keepOnPage } from "../../lib/kept";
import { tell } from "../../lib/server";
import type { FieldProblem } from "../../problem";
import { Button, Form, FormActions, Page, Stack, Submit, useForm } from "../../ui";
import css from "./apply.module.css";
import { type Applied, donePage } from "./Done";
import { type ApplyValues, bodyOf, dropDraft, keepDraft, readDraft } from "./draft";
import { Check, What, Who } from "./steps";

const steps = ["what", "who", "check"] as const;
type Step = (typeof steps)[number];

const stepOf: Record<string, Step> = {
  kind: "what",
  facts: "what",
  request: "what",
  agrees: "check",
  language: "check",
};

const needed: Record<Step, readonly ("facts" | "name" | "phone" | "place")[]> = {
  what: ["facts"],
  who: ["name", "phone", "place"],
  check: [],
};

function missing(at: Step, values: ApplyValues, detail: string): FieldProblem[] {
  return needed[at]
    .filter((one) => values[one].trim() === "")
    .map((one) => ({ at: `/${one}`, code: "missing", detail }));
}

/** Asking for mediation without an account, in three steps. */
export function Apply() {
  const { t } = useTranslation("apply");
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const step = steps.find((one) => one === search.get("step")) ?? "what";
  const go = (to: Step) => {
    setSearch({ step: to }, { preventScrollReset: false });
    scrollTo(0, 0);
  };
  const form = useForm({
    initial: readDraft(),
    send: (values, key) => tell<Applied>("/my/requests", bodyOf(values), { key }),
    then: (answer) => {
      dropDraft();
      keepOnPage(donePage, answer);
      // Back does not lead to an empty form.
      void navigate(donePage, { replace: true });
    },
    check: (values) => missing(step, values, t("missing")),
  });

  const { values } = form;
  useEffect(() => {
    const wait = setTimeout(() => keepDraft(values), 600);
    return () => clearTimeout(wait);
  }, [values]);

  // A fault of an earlier step is shown where its field is.
  const shown = useRef(0);
  useEffect(() => {
    if (form.refusals === shown.current) return;
    shown.current = form.refusals;
    const first = form.mistakes[0]?.id.split("-").at(-1);
    const at = first ? (stepOf[first] ?? "who") : null;
    if (at && at !== step) setSearch({ step: at });
  }, [form.refusals, form.mistakes, step, setSearch]);

  const nth = steps.indexOf(step);
  const next = steps[nth + 1];
  const before = steps[nth - 1];
  const complete = missing(step, values, "").length === 0;
  return (
    <Page title={t("title")} subtitle={t("promise")} back={{ to: "/", label: t("home") }}>
      <ol className={css.steps} aria-label={t("steps.label")}>
        {steps.map((one, index) => (
          <li key={one} data-done={index <= nth || undefined} aria-current={one === step ? "step" : undefined}>
            {t(`steps.${one}`)}
          </li>
        ))}
      </ol>
      <Form form={form} aria-label={t("title")}>
        <Stack gap={4}>
          {step === "what" && <What form={form} />}
          {step === "who" && <Who form={form} />}
          {step === "check" && <Check form={form} />}
          <FormActions>
            {before && <Button onClick={() => go(before)}>{t("before")}</Button>}
            {next ? (
              <Button kind="primary" onClick={() => (complete ? go(next) : void form.submit())}>
                {t("next")}
              </Button>
            ) : (
              <Submit form={form}>{t("send")}</Submit>
            )}
          </FormActions>
          <p className="dim">{t("kept")}</p>
        </Stack>
      </Form>
    </Page>
  );
}
