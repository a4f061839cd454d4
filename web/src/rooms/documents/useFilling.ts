// The form that is filled in by hand, and who else was filling it in: sent with the version that the
// person saw, and only what that person changed.
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { beside } from "../../lib/fmt";
import { drop, keep, kept } from "../../lib/kept";
import { tell } from "../../lib/server";
import { problemOf } from "../../problem";
import { type FormState, useForm } from "../../ui";
import type { Choice } from "../shared/Collision";
import { type Cell, type Concern, changedCells, isNumbered, type Met, meet, nameOf } from "./cells";
import type { FormField, FormFields } from "./shapes";

export interface Values {
  values: Cell[];
}

const cellOf = ({ section, row, key, text }: FormField): Cell => ({ section, row, key, text });

/** A row that people add, not one that the program gives. */
export const isAdded = (data: FormFields, { section, row }: Pick<Cell, "section" | "row">): boolean =>
  isNumbered(row) && data.rows.some((one) => one.section === section);

/** What a cell asks for: its own field, or the column of its list. */
export function fieldAt(data: FormFields, name: string): FormField | undefined {
  const column = data.rows
    .flatMap((list) => list.columns)
    .find((one) => {
      const [section = "", row = ""] = name.split(" ");
      return one.section === section && isNumbered(row) && name.endsWith(` ${one.key}`);
    });
  return data.fields.find((one) => nameOf(one) === name) ?? column;
}

export function labelOf(data: FormFields, name: string): string {
  const field = fieldAt(data, name);
  if (!field) return "";
  return field.about ? beside(field.name, field.about) : field.name;
}

/** The fields first, then the rows that were added, each with all its columns. */
function cellsOf(data: FormFields): Cell[] {
  const own = data.fields.filter((field) => !isAdded(data, field)).map(cellOf);
  const added = data.fields.filter((field) => isAdded(data, field)).map(cellOf);
  const rows = data.rows.flatMap(({ section, columns }) => {
    const numbers = new Set(added.filter((cell) => cell.section === section).map((cell) => cell.row));
    return [...numbers].flatMap((row) => columns.map(({ key }) => ({ section, row, key, text: "" })));
  });
  const text = new Map(added.map((cell) => [nameOf(cell), cell.text]));
  return [...own, ...rows.map((cell) => ({ ...cell, text: text.get(nameOf(cell)) ?? "" }))];
}

interface Begun {
  version: number;
  cells: Cell[];
  changes: number;
}

interface Meeting extends Omit<Met, "cells"> {
  edition: number;
  /** How many of the form's changes are new. */
  news: number;
  choices: Record<string, Choice>;
}

const begin = (data: FormFields): Begun => ({
  version: data.version,
  cells: cellsOf(data),
  changes: data.changes.length,
});

const joined = (theirs: string, mine: string): string => [theirs, mine].filter(Boolean).join("\n");

export function useFilling(id: string, data: FormFields, refetch: () => Promise<FormFields>, then: () => void) {
  const { t } = useTranslation("documents");
  // A look at the paper, or a page loaded anew, loses no word.
  const draft = `paper ${id} ${data.form} ${data.subject ?? ""}`;
  // The words typed stand on what was there when the form was opened, whatever the page has fetched since.
  const [first] = useState(() => begin(data));
  const [before] = useState(() => kept<Values>(`draft ${draft}`) && kept<Begun>(`base ${draft}`));
  const base = useRef<Begun>(before ?? first);
  const sent = useRef<number[]>([]);
  const [meeting, setMeeting] = useState<Meeting | null>(null);
  const form: FormState<Values> = useForm<Values, unknown>({
    initial: { values: first.cells },
    draft,
    at: (pointer) => pointer.replace(/^\/values\/(\d+)\/.*$/, (_all, at) => `values.${sent.current[Number(at)]}.text`),
    check: ({ values }) => {
      sent.current = values.map((_cell, at) => at);
      const at = (name: string) => values.findIndex((cell) => nameOf(cell) === name);
      const detail = t("meanwhile.chooseFirst");
      return undecided().map(({ name }) => ({ at: `/values/${at(name)}/text`, code: "choose", detail }));
    },
    send: async ({ values }, key) => {
      try {
        return await put(values, key);
      } catch (error) {
        if (!problemOf(error).stale) throw error;
        const { cells, concerned } = met(await refetch(), values);
        // Another page of the dispute, and nothing of this form: the words can go on top of it.
        if (concerned) throw error;
        return await put(cells, key);
      }
    },
    then: () => {
      drop(`base ${draft}`);
      then();
    },
  });
  const goOnFrom = (begun: Begun) => {
    base.current = begun;
    keep(`base ${draft}`, begun);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: words of an earlier visit meet the form once
  useEffect(() => {
    if (form.restored && base.current.version !== data.version) met(data, form.values.values);
    else goOnFrom(base.current);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that the form was emptied
  useEffect(() => {
    if (form.edition === 0) return;
    setMeeting(null);
    goOnFrom(first);
  }, [form.edition]);

  function put(values: Cell[], key: string): Promise<unknown> {
    const changed = changedCells(base.current.cells, values);
    sent.current = changed.map((cell) => values.indexOf(cell));
    const { version } = base.current;
    return tell(
      `/disputes/${id}/documents/${data.form}`,
      { subject: data.subject, values: changed },
      { verb: "PUT", key: `${key}-${version}`, version },
    );
  }

  /** Mine goes on from theirs; whether anything of this form was changed by somebody else. */
  function met(now: FormFields, values: Cell[]): { cells: Cell[]; concerned: boolean } {
    const { cells, taken, both } = meet(base.current.cells, cellsOf(now), values);
    const news = now.changes.length - base.current.changes;
    goOnFrom(begin(now));
    form.set({ values: cells });
    const concerned = taken.length + both.length > 0;
    if (concerned) setMeeting({ edition: now.version, news, taken, both, choices: {} });
    return { cells, concerned };
  }

  const undecided = (): Concern[] => meeting?.both.filter(({ name }) => !meeting.choices[name]) ?? [];

  const choose = (one: Concern, choice: Choice) => {
    const text = { mine: one.mine, theirs: one.theirs, merge: joined(one.theirs, one.mine) }[choice];
    form.set({ values: form.values.values.map((cell) => (nameOf(cell) === one.name ? { ...cell, text } : cell)) });
    setMeeting((before) => before && { ...before, choices: { ...before.choices, [one.name]: choice } });
  };

  return { form, meeting: meeting && { ...meeting, open: undecided().length, choose } };
}
