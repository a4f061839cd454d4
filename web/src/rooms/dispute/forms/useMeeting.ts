// One form and a file that somebody else changed: with which version the form was begun, what both
// changed, what a person chose of it, and with which version it is sent again.
import { useEffect, useState } from "react";
import { keep, kept } from "../../../lib/kept";
import type { FormState } from "../../../ui";
import type { Choice } from "../../shared/Collision";
import type { FileView } from "../types";
import type { Collision } from "./Meanwhile";
import { type Base, baseOf, concerned, merged, present, startOf } from "./meanwhile";
import type { Field, Plan, Values } from "./plan";

interface Meeting {
  since: number;
  version: number;
  base: Values;
  theirs: Values;
  mine: Values;
  taken: string[];
  both: string[];
}

interface MeetingProps {
  plan: Plan;
  file: FileView;
  about: string;
  /** The name under which the words of the form are kept. */
  draft: string;
}

/** Words that were kept from an earlier visit were written to the file as it was then. */
export function useBase({ plan, file, about, draft }: MeetingProps) {
  const [base, setBase] = useState<Base>(() => {
    const before = kept<Values>(`draft ${draft}`) && kept<Base>(`base ${draft}`);
    return before || baseOf(plan, file, about);
  });
  const [fresh] = useState(() => baseOf(plan, file, about));
  useEffect(() => keep(`base ${draft}`, base), [draft, base]);
  return { base, setBase, fresh };
}

export function useMeeting(
  { plan, file, about, draft }: MeetingProps,
  form: FormState<Values>,
  { base, setBase, fresh }: ReturnType<typeof useBase>,
  /** Whether somebody was faster: asked by the form, or known from the words that were kept. */
  [asked, ask]: readonly [boolean, (now: boolean) => void],
  sent: { current: boolean },
) {
  const [meeting, setMeeting] = useState<Meeting | null>(null);
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const news = asked && file.version > base.version && meeting?.version !== file.version;
  // The words that met the file are gone: the form goes on from what it was opened with.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that the form was emptied
  useEffect(() => {
    if (form.edition === 0) return;
    setMeeting(null);
    setChoices({});
    setBase(fresh);
    ask(false);
  }, [form.edition]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each version that is news
  useEffect(() => {
    if (!news) return;
    const mine = form.values;
    const theirs = present(plan, file, about, mine);
    const found = concerned(plan, base.values, theirs, mine);
    setMeeting({ since: base.version, version: file.version, base: base.values, theirs, mine, ...found });
    setChoices({});
    const begun = startOf(plan, file, about);
    form.set(Object.fromEntries(found.taken.map((name) => [name, begun[name]])));
  }, [news && file.version]);
  // Nothing was typed yet: the form goes on from the newest file without a word.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each version
  useEffect(() => {
    if (asked || sent.current || file.version <= base.version || kept(`draft ${draft}`)) return;
    const theirs = present(plan, file, about, form.values);
    const begun = startOf(plan, file, about);
    const { taken } = concerned(plan, base.values, theirs, form.values);
    form.suggest(Object.fromEntries(taken.map((name) => [name, begun[name]])));
    setBase({ version: file.version, values: theirs });
  }, [file.version, base.version, asked, form.edition]);
  const settled = meeting?.both.every((name) => choices[name]) ?? false;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it is settled
  useEffect(() => {
    if (meeting && settled) setBase({ version: meeting.version, values: meeting.theirs });
  }, [settled, meeting?.version]);

  const choose = (name: string, choice: Choice) => {
    if (!meeting) return;
    const { theirs, mine } = meeting;
    // Where a form begins empty, nothing in it leaves the file as the other made it.
    const left = plan.now ? startOf(plan, file, about)[name] : theirs[name];
    const value = { mine: mine[name], theirs: left, merge: merged(theirs[name], mine[name]) }[choice];
    form.set({ [name]: value });
    setChoices((before) => ({ ...before, [name]: choice }));
  };
  const field = (name: string) => plan.fields.find((one) => one.name === name) as Field;
  const collisions: Collision[] = (meeting?.both ?? []).map((name) => ({
    field: field(name),
    base: meeting?.base[name],
    theirs: meeting?.theirs[name],
    mine: meeting?.mine[name],
  }));
  return {
    meeting,
    taken: (meeting?.taken ?? []).map(field),
    collisions,
    choices,
    choose,
    open: meeting?.both.filter((name) => !choices[name]) ?? [],
  };
}
