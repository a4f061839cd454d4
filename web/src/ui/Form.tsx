import { CircleAlert } from "lucide-react";
import { type FormEvent, Fragment, type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useActions } from "../lib/actions";
import { Button } from "./Button";
import css from "./form.module.css";
import { ProblemCard } from "./ProblemCard";
import type { FormState } from "./useForm";

interface FormProps<V> {
  form: FormState<V>;
  children: ReactNode;
  "aria-label"?: string;
}

// Enter chooses a tile or ticks a box; only a line of text sends the form with it.
function chooseWithEnter(event: KeyboardEvent): void {
  const box = event.target;
  if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
  if (!(box instanceof HTMLInputElement) || !/^(radio|checkbox)$/.test(box.type)) return;
  event.preventDefault();
  box.click();
}

/** A form with its summary of mistakes on top. Ctrl Enter sends it from any field. */
export function Form<V>({ form, children, ...rest }: FormProps<V>) {
  const { t } = useTranslation("common");
  const submit = useRef(form.submit);
  submit.current = form.submit;
  useActions(
    useMemo(
      () => [{ id: "form.submit", label: "", keys: "mod+enter", quiet: true, run: () => void submit.current() }],
      [],
    ),
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void form.submit();
  };
  return (
    <form className={css.form} noValidate onSubmit={onSubmit} onKeyDown={chooseWithEnter} {...rest}>
      <FormErrors form={form} />
      {form.restored && (
        <div className={css.restored} role="status" data-restored>
          <span>{t("form.restored")}</span>
          <Button kind="quiet" onClick={form.discard}>
            {t("form.discard")}
          </Button>
        </div>
      )}
      <Fragment key={form.edition}>{children}</Fragment>
    </form>
  );
}

/** Every mistake with a way to its field; takes the focus when a submit was refused. */
export function FormErrors<V>({ form }: { form: FormState<V> }) {
  const { t } = useTranslation("common");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (form.refusals > 0) box.current?.focus();
  }, [form.refusals]);
  if (form.mistakes.length === 0 && !form.problem) return null;
  return (
    // A problem speaks up by itself.
    <div ref={box} tabIndex={-1} role={form.problem ? undefined : "alert"}>
      {form.mistakes.length > 0 && (
        <div className={css.summary}>
          <h2>
            <CircleAlert size={18} aria-hidden />
            {t("form.mistakes", { count: form.mistakes.length })}
          </h2>
          <ul>
            {form.mistakes.map((mistake) => (
              <li key={mistake.id + mistake.detail}>
                <Mistake {...mistake} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {form.problem && <ProblemCard error={form.problem} />}
    </div>
  );
}

function labelOf(id: string): string {
  const named = document.querySelector(`label[for="${CSS.escape(id)}"], [data-legend-for="${CSS.escape(id)}"]`);
  return named?.textContent?.replace(/\s*\*$/, "") ?? "";
}

function Mistake({ id, detail }: { id: string; detail: string }) {
  const { t } = useTranslation("common");
  const label = labelOf(id);
  if (!document.getElementById(id)) return <span>{detail}</span>;
  const go = () => {
    const field = document.getElementById(id);
    field?.scrollIntoView({ block: "center" });
    field?.focus();
  };
  return (
    <button type="button" onClick={go}>
      {label ? t("form.mistake", { label, detail }) : detail}
    </button>
  );
}

/** The row of buttons at the end; on a phone it stays in reach of the thumb. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className={css.actions}>{children}</div>;
}

/** The button that sends the form. */
export function Submit<V>({ form, children, icon }: { form: FormState<V>; children: ReactNode; icon?: ReactNode }) {
  return (
    <Button kind="primary" type="submit" busy={form.busy} icon={icon}>
      {children}
    </Button>
  );
}
