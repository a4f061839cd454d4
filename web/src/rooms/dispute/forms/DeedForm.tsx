// The form of one command: drawn from its plan, sent with the version that the person saw.
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { drop } from "../../../lib/kept";
import { later } from "../../../lib/later";
import { type Problem, problemOf } from "../../../problem";
import { Button, Form, FormActions, Submit, toast, useForm } from "../../../ui";
import { pathOf } from "../../../ui/useForm";
import { type Answer, command, useShowFile } from "../api";
import { plans } from "../deeds";
import css from "../dispute.module.css";
import { useDeedWord } from "../says";
import type { FileView } from "../types";
import { filled } from "./filled";
import { startOf } from "./meanwhile";
import type { Plan, Values } from "./plan";
import { useBase, useMeeting } from "./useMeeting";

interface DeedFormProps {
  deed: string;
  about: string;
  file: FileView;
  onDone: (answer: Answer) => void;
  onClose: () => void;
}

function bodyOf(plan: Plan, values: Values, file: FileView): object {
  const kept = Object.fromEntries(Object.entries(values).filter(([name]) => !plan.inPath?.includes(name)));
  return filled(plan.body?.(kept, file) ?? kept) as object;
}

const Meanwhile = later(() => import("./Meanwhile").then((file) => file.Meanwhile));

// A mistake inside a list of keys is shown at the list.
const atField = (plan: Plan) => (pointer: string) => {
  const path = plan.at?.(pathOf(pointer)) ?? pathOf(pointer);
  return path.replace(
    /^(parties|people|remedies|methods|consented|agreed_by|participants|applicants|yes|forms|papers|corps|in_corps_zone)\.\d+(\.form)?$/,
    "$1",
  );
};

// Somebody was faster: the version is an old one, or what was to be done is done already.
const outrun = (said: Problem) => said.stale || said.status === 409;

// The button that would take every word away is not where one begins.
const first = "input:not([type=hidden]):not(:disabled), textarea, button";

export function DeedForm({ deed, about, file, onDone, onClose }: DeedFormProps) {
  const { t } = useTranslation(["dispute", "common"]);
  const deedWord = useDeedWord();
  const show = useShowFile();
  const queries = useQueryClient();
  const plan = plans[deed]!;
  const box = useRef<HTMLDivElement>(null);
  // A drawer closed by mistake, or a page loaded anew, loses no word.
  const draft = `${file.id} ${deed} ${about}`;
  const place = { plan, file, about, draft };
  const begun = useBase(place);
  const { base } = begun;
  const behind = useState(base.version !== file.version);
  const open = useRef<string[]>([]);
  const sent = useRef(false);
  const form = useForm<Values, Answer>({
    initial: startOf(plan, file, about),
    draft,
    at: atField(plan),
    check: () => open.current.map((name) => ({ at: `/${name}`, code: "choose", detail: t("changed.chooseFirst") })),
    // Sent with the version that the person saw, whatever the page has fetched since.
    send: async (values, key) => {
      const path = `/disputes/${file.id}/${plan.path(values, file)}`;
      const body = plan.verb === "DELETE" ? undefined : bodyOf(plan, values, file);
      try {
        return await command(plan.verb, path, body, { key: `${key}-${base.version}`, version: base.version });
      } catch (error) {
        if (outrun(problemOf(error))) {
          behind[1](true);
          void queries.invalidateQueries({ queryKey: ["dispute", file.id] });
        }
        throw error;
      }
    },
    then: (answer) => {
      sent.current = true;
      drop(`base ${draft}`);
      show(answer.file);
      // A deed that begins another file leaves its mark on this one.
      if (answer.file.id !== file.id) void queries.invalidateQueries({ queryKey: ["dispute", file.id] });
      toast(t("done", { deed: deedWord(deed) }));
      onDone(answer);
    },
  });
  const met = useMeeting(place, form, begun, behind, sent);
  const moved = (before: FileView, after: FileView) => {
    if (before.version === base.version) begun.setBase({ ...base, version: after.version });
  };
  open.current = met.open;
  useEffect(() => {
    // After the drawer has given the focus to its own first button; a list of choices may come later.
    const begin = () => {
      if (box.current?.querySelector("[data-shape], [data-coming]")) return; // its first field is still on the way
      for (const one of box.current?.querySelectorAll<HTMLElement>(first) ?? [])
        if (!one.closest("[data-restored]") && !box.current?.contains(document.activeElement)) one.focus(); // what is not in sight takes no focus
    };
    const waits = [80, 300, 800].map((wait) => setTimeout(begin, wait));
    return () => waits.forEach(clearTimeout);
  }, []);
  // What to do now is said by what was changed meanwhile, not by the refusal alone.
  const drawn = met.meeting && form.problem?.stale ? { ...form, problem: null } : form;
  return (
    <div ref={box}>
      <Form form={drawn} aria-label={deedWord(deed)}>
        {met.meeting && (
          <Meanwhile
            key={met.meeting.version}
            file={file}
            since={met.meeting.since}
            taken={met.taken}
            collisions={met.collisions}
            choices={met.choices}
            choose={met.choose}
          />
        )}
        {plan.final && <p className={css.final}>{t("final")}</p>}
        {plan.fields.length === 0 && <p>{t("nothingToAsk")}</p>}
        {plan.fields.map((field) => (
          <field.Show key={field.name} name={field.name} form={form} file={file} about={about} moved={moved} />
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
