// One form: its values, the mistakes that the server found, and one submit. The server checks
// every field at once and answers with JSON pointers; here they find their fields.
//
//   const form = useForm({ initial: { title: "" }, send: (values, key) => done(client.POST(…)), then: (d) => go(d.id) });
//   <Form form={form}> <TextField label="…" {...form.field("title")} /> <Submit form={form}>…</Submit> </Form>
import { useForm as useMantineForm } from "@mantine/form";
import { useCallback, useEffect, useId, useRef, useState } from "react";
import { newKey } from "../api";
import { drop, keep, kept } from "../lib/kept";
import { type FieldProblem, type Problem, problemOf } from "../problem";

/** "/parties/0/name" → "parties.0.name" (RFC 6901 escapes included). */
export function pathOf(pointer: string): string {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .join(".");
}

export interface FieldProps<V> {
  id: string;
  value: V;
  onChange: (value: V) => void;
  error?: string;
}

type ValueAt<T, P extends string> = P extends `${infer Head}.${infer Rest}`
  ? T extends readonly (infer Item)[]
    ? ValueAt<Item, Rest>
    : Head extends keyof T
      ? ValueAt<NonNullable<T[Head]>, Rest>
      : never
  : T extends readonly (infer Item)[]
    ? Item
    : P extends keyof T
      ? T[P]
      : never;

interface FormPlan<V, Answer> {
  initial: V;
  /** Sends the values; `key` is the Idempotency-Key of this very content. */
  send: (values: V, key: string) => Promise<Answer>;
  then?: (answer: Answer) => void;
  /** What is plainly missing before anything is sent; same shape as the server's answer. */
  check?: (values: V) => FieldProblem[];
  /** Under this name the tab keeps what was written and not sent, until it is sent or discarded. */
  draft?: string;
  /** Where the body differs from the form: the form's path for a pointer of the server. */
  at?: (pointer: string) => string;
}

export interface FormState<V> {
  values: V;
  set: (change: Partial<V> | ((before: V) => Partial<V>)) => void;
  /** Fills in what is proposed: not the person's words, so that it makes no draft. */
  suggest: (change: Partial<V>) => void;
  field: <const P extends string>(path: P) => FieldProps<ValueAt<V, P>>;
  add: (path: string, item: unknown, index?: number) => void;
  remove: (path: string, index: number) => void;
  submit: () => Promise<void>;
  busy: boolean;
  dirty: boolean;
  reset: () => void;
  /** Words of an earlier visit were put back. */
  restored: boolean;
  /** Empties the form of them. */
  discard: () => void;
  /** Grows when everything is to be drawn anew. */
  edition: number;
  /** Mistakes of fields, in the order of the server, with the id of their field. */
  mistakes: { id: string; detail: string }[];
  /** A refusal that concerns the whole, or why nothing could be sent. */
  problem: Problem | null;
  /** Grows with every refused submit, so that the summary takes the focus again. */
  refusals: number;
}

export function useForm<V extends object, Answer>(plan: FormPlan<V, Answer>): FormState<V> {
  const formId = useId();
  const draft = plan.draft === undefined ? null : `draft ${plan.draft}`;
  const [blank, setBlank] = useState(plan.initial);
  const [found] = useState(() => (draft === null ? null : kept<V>(draft)));
  const [restored, setRestored] = useState(found !== null);
  const [edition, setEdition] = useState(0);
  const form = useMantineForm<V>({ initialValues: found ? { ...blank, ...found } : blank });
  const [fields, setFields] = useState<FieldProblem[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [refusals, setRefusals] = useState(0);
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  const deed = useRef({ content: "", key: "" });

  useEffect(() => {
    if (draft === null) return;
    if (JSON.stringify(form.values) === JSON.stringify(blank)) drop(draft);
    else keep(draft, form.values);
  }, [draft, form.values, blank]);

  function discard(): void {
    form.setInitialValues(blank);
    form.setValues(blank as Partial<V>);
    setFields([]);
    setProblem(null);
    setRestored(false);
    setEdition((before) => before + 1);
  }

  // The same function at every drawing, so that an effect may depend on it.
  const { setValues } = form;
  const suggest = useCallback(
    (change: Partial<V>) => {
      setBlank((before) => ({ ...before, ...change }));
      setValues(change);
    },
    [setValues],
  );

  const idOf = (path: string) => `${formId}-${path.replaceAll(".", "-")}`;
  const pathAt = (pointer: string) => plan.at?.(pointer) ?? pathOf(pointer);

  // The same content keeps its key over every retry, so that it cannot happen twice; other
  // content is another deed.
  function keyFor(values: V): string {
    const content = JSON.stringify(values);
    if (deed.current.content !== content) deed.current = { content, key: newKey() };
    return deed.current.key;
  }

  function refuse(found: FieldProblem[], whole: Problem | null): void {
    setFields(found);
    setProblem(whole);
    setRefusals((before) => before + 1);
  }

  async function submit(): Promise<void> {
    if (sending.current) return;
    const values = form.getValues();
    const early = plan.check?.(values) ?? [];
    if (early.length > 0) return refuse(early, null);
    sending.current = true;
    setBusy(true);
    try {
      const answer = await plan.send(values, keyFor(values));
      setFields([]);
      setProblem(null);
      deed.current = { content: "", key: "" };
      if (draft !== null) drop(draft);
      plan.then?.(answer);
    } catch (error) {
      const said = problemOf(error);
      refuse(said.fields, said.fields.length > 0 && said.status === 422 ? null : said);
    } finally {
      sending.current = false;
      setBusy(false);
    }
  }

  function forget(path: string): void {
    setFields((before) => before.filter((one) => pathAt(one.at) !== path));
  }

  return {
    values: form.values,
    suggest,
    set: (change) => form.setValues(change as Partial<V>),
    field: (path) => ({
      id: idOf(path),
      value: form.getInputProps(path).value,
      onChange: (value: unknown) => {
        (form.setFieldValue as (path: string, value: unknown) => void)(path, value);
        forget(path);
      },
      error: fields.find((one) => pathAt(one.at) === path)?.detail,
    }),
    add: (path, item, index) => form.insertListItem(path, item as never, index),
    remove: (path, index) => form.removeListItem(path, index),
    submit,
    busy,
    dirty: form.isDirty(),
    reset: () => {
      form.reset();
      setFields([]);
      setProblem(null);
    },
    restored,
    discard,
    edition,
    mistakes: fields.map((one) => ({ id: idOf(pathAt(one.at)), detail: one.detail })),
    problem,
    refusals,
  };
}
