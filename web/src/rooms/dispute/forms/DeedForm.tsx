// The form of one command: drawn from its plan, sent with the version that the person saw.
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button, Card, Form, FormActions, Submit, toast, useForm } from "../../../ui";
import { pathOf } from "../../../ui/useForm";
import { type Answer, command, useShowFile } from "../api";
import { plans } from "../deeds";
import css from "../dispute.module.css";
import { useDeedWord } from "../says";
import type { FileView } from "../types";
import type { Plan, Values } from "./plan";

interface DeedFormProps {
  deed: string;
  about: string;
  file: FileView;
  onDone: (answer: Answer) => void;
  onClose: () => void;
}

function startOf(plan: Plan, file: FileView, about: string): Values {
  const values = Object.fromEntries(plan.fields.map((field) => [field.name, field.start(file, about)]));
  return { ...values, ...plan.start?.(file, about) };
}

/** What a person left empty is left out; the server says what it misses. */
function filled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filled);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== null && one !== undefined && one !== "")
      .map(([name, one]) => [name, filled(one)]),
  );
}

function bodyOf(plan: Plan, values: Values, file: FileView): object {
  const kept = Object.fromEntries(Object.entries(values).filter(([name]) => !plan.inPath?.includes(name)));
  return filled(plan.body?.(kept, file) ?? kept) as object;
}

// A mistake inside a list of keys is shown at the list.
const atField = (plan: Plan) => (pointer: string) => {
  const path = plan.at?.(pathOf(pointer)) ?? pathOf(pointer);
  return path.replace(/^(parties|people|remedies|methods|consented|agreed_by|participants|applicants|yes)\.\d+$/, "$1");
};

const first = "input:not([type=hidden]):not(:disabled), textarea, button";

export function DeedForm({ deed, about, file, onDone, onClose }: DeedFormProps) {
  const { t } = useTranslation(["dispute", "common"]);
  const deedWord = useDeedWord();
  const show = useShowFile();
  const queries = useQueryClient();
  const plan = plans[deed]!;
  const seen = useRef(file.version);
  const box = useRef<HTMLDivElement>(null);
  const form = useForm<Values, Answer>({
    initial: startOf(plan, file, about),
    // A drawer closed by mistake, or a page loaded anew, loses no word.
    draft: `${file.id} ${deed} ${about}`,
    at: atField(plan),
    send: (values, key) => {
      const path = `/disputes/${file.id}/${plan.path(values, file)}`;
      const body = plan.verb === "DELETE" ? undefined : bodyOf(plan, values, file);
      return command(plan.verb, path, body, { key: `${key}-${file.version}`, version: file.version });
    },
    then: (answer) => {
      show(answer.file);
      // A deed that begins another file leaves its mark on this one.
      if (answer.file.id !== file.id) void queries.invalidateQueries({ queryKey: ["dispute", file.id] });
      toast(t("done", { deed: deedWord(deed) }));
      onDone(answer);
    },
  });
  useEffect(() => {
    // After the drawer has given the focus to its own first button; a list of choices may come later.
    const begin = () => {
      for (const one of box.current?.querySelectorAll<HTMLElement>(first) ?? [])
        if (!box.current?.contains(document.activeElement)) one.focus(); // what is not in sight takes no focus
    };
    const waits = [80, 300, 800].map((wait) => setTimeout(begin, wait));
    return () => waits.forEach(clearTimeout);
  }, []);
  return (
    <div ref={box}>
      <Form form={form} aria-label={deedWord(deed)}>
        {form.problem?.stale && <Changed file={file} since={seen.current} />}
        {plan.final && <p className={css.final}>{t("final")}</p>}
        {plan.fields.length === 0 && <p>{t("nothingToAsk")}</p>}
        {plan.fields.map((field) => (
          <field.Show key={field.name} name={field.name} form={form} file={file} about={about} />
        ))}
        <FormActions>
          <Submit form={form}>{deedWord(deed)}</Submit>
          <Button kind="quiet" onClick={onClose}>
            {t("common:cancel")}
          </Button>
        </FormActions>
      </Form>
    </div>
  );
}

/** Somebody else was faster: what they did, and the way to the newest file. The words stay. */
function Changed({ file, since }: { file: FileView; since: number }) {
  const { t } = useTranslation("dispute");
  const queries = useQueryClient();
  const fresh = file.timeline.filter((entry) => entry.n > since);
  return (
    <Card tone="warn" title={t("changed.title")} level={3}>
      <p>{t(fresh.length > 0 ? "changed.fresh" : "changed.says")}</p>
      <ul>
        {fresh.map((entry) => (
          <li key={entry.n}>
            {entry.person_name} · {entry.says}
          </li>
        ))}
      </ul>
      <Button onClick={() => void queries.invalidateQueries({ queryKey: ["dispute", file.id] })}>
        {t("changed.reload")}
      </Button>
    </Card>
  );
}
