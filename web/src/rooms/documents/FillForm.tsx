import { useQueryClient } from "@tanstack/react-query";
import { Plus, Trash2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { beside, dateTime, listed } from "../../lib/fmt";
import { useAsk } from "../../lib/server";
import {
  Button,
  Card,
  Form,
  FormActions,
  type FormState,
  Page,
  ProblemCard,
  Skeleton,
  Stack,
  Submit,
  TextAreaField,
  TextField,
  toast,
} from "../../ui";
import { CollisionBox } from "../shared/Collision";
import { type Cell, isNumbered, nameOf } from "./cells";
import css from "./documents.module.css";
import { type FormField, type FormFields, printAddress } from "./shapes";
import { fieldAt, isAdded, labelOf, useFilling, type Values } from "./useFilling";

/** One value; what the program would print of itself stands below it. */
function Value({ form, field, at }: { form: FormState<Values>; field: FormField; at: number }) {
  const { t } = useTranslation("documents");
  const given = {
    label: field.about ? beside(field.name, field.about) : field.name,
    hint: field.suggested ? t("suggested", { text: field.suggested }) : undefined,
    ...form.field(`values.${at}.text`),
  };
  return field.lines ? <TextAreaField {...given} rows={2} most={5000} /> : <TextField {...given} maxLength={200} />;
}

/** A list to which rows are added: evidence, papers that go along, corrections. */
function Rows({ form, data, section }: { form: FormState<Values>; data: FormFields; section: string }) {
  const { t } = useTranslation("documents");
  const list = data.rows.find((one) => one.section === section);
  const cells = form.values.values.map((cell, at) => ({ cell, at })).filter(({ cell }) => cell.section === section);
  const rows = [...new Set(cells.map(({ cell }) => cell.row))].filter(isNumbered);
  // What was taken out on an earlier visit is still to be sent as empty, and not shown.
  const [gone, setGone] = useState(() =>
    rows.filter((row) => cells.every(({ cell }) => cell.row !== row || cell.text === "")),
  );
  if (!list) return null;
  const shown = rows.filter((row) => !gone.includes(row)).sort((a, b) => Number(a) - Number(b));
  const add = () => {
    const row = String(Math.max(0, ...rows.map(Number)) + 1);
    for (const column of list.columns) form.add("values", { section, row, key: column.key, text: "" });
  };
  const remove = (row: string) => {
    setGone((before) => [...before, row]);
    const emptied = (cell: Cell) => (cell.section === section && cell.row === row ? { ...cell, text: "" } : cell);
    form.set({ values: form.values.values.map(emptied) });
  };
  return (
    <Card title={list.name}>
      {shown.map((row, n) => (
        <fieldset key={row} className={css.row}>
          <legend>{t("row", { n: n + 1 })}</legend>
          {list.columns.map((column) => {
            const here = cells.find(({ cell }) => cell.row === row && cell.key === column.key);
            return here && <Value key={column.key} form={form} field={column} at={here.at} />;
          })}
          <Button kind="quiet" icon={<Trash2 size={16} aria-hidden />} onClick={() => remove(row)}>
            {t("removeRow", { n: n + 1 })}
          </Button>
        </fieldset>
      ))}
      <Button icon={<Plus size={16} aria-hidden />} onClick={add}>
        {t("addRow", { list: list.name })}
      </Button>
    </Card>
  );
}

function Changes({ data }: { data: FormFields }) {
  const { t } = useTranslation("documents");
  if (data.changes.length === 0) return null;
  return (
    <Card title={t("changes")}>
      <ul className={css.changes}>
        {data.changes.map((one) => (
          <li key={one.at}>
            <OneChange change={one} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Somebody filled in the same form meanwhile: who, what was taken over, what both changed. */
function Meanwhile({ data, meeting }: { data: FormFields; meeting: ReturnType<typeof useFilling>["meeting"] }) {
  const { t } = useTranslation("documents");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  if (!meeting) return null;
  const label = (name: string) => labelOf(data, name);
  return (
    <div ref={box} tabIndex={-1} className={css.meanwhile} data-meanwhile>
      <Card tone="warn" title={t("meanwhile.title")}>
        <Stack gap={3}>
          <p>{t("meanwhile.says")}</p>
          {data.changes.slice(0, meeting.news).map((one) => (
            <OneChange key={one.at} change={one} />
          ))}
          {meeting.taken.map((one) => (
            <p key={one.name} data-taken={one.name}>
              {t("meanwhile.taken", { field: label(one.name), text: one.theirs || t("meanwhile.empty") })}
            </p>
          ))}
          {meeting.both.map((one) => (
            <CollisionBox
              key={one.name}
              {...one}
              label={label(one.name)}
              ways={fieldAt(data, one.name)?.lines ? ["mine", "theirs", "merge"] : ["mine", "theirs"]}
              choice={meeting.choices[one.name]}
              choose={(choice) => meeting.choose(one, choice)}
            />
          ))}
          <p role="status">
            <strong>{t(meeting.open > 0 ? "meanwhile.chooseFirst" : "meanwhile.ready")}</strong>
          </p>
        </Stack>
      </Card>
    </div>
  );
}

function OneChange({ change }: { change: FormFields["changes"][number] }) {
  const { t } = useTranslation("documents");
  const what = listed([...new Set(change.names)]);
  return <p>{t("changed", { at: dateTime(change.at), who: change.person_name, what })}</p>;
}

function Filling({ id, data, refetch }: { id: string; data: FormFields; refetch: () => Promise<FormFields> }) {
  const { t } = useTranslation("documents");
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { form, meeting } = useFilling(id, data, refetch, () => {
    void queries.invalidateQueries();
    toast(t("kept", { form: data.title }));
    navigate(`/desk/disputes/${id}/print`);
  });
  const cells = form.values.values.map((cell, at) => ({ cell, at, field: fieldAt(data, nameOf(cell)) }));
  return (
    <Form form={meeting && form.problem?.stale ? { ...form, problem: null } : form} aria-label={data.title}>
      {meeting && <Meanwhile key={meeting.edition} data={data} meeting={meeting} />}
      {cells.map(
        ({ cell, at, field }) =>
          field && !isAdded(data, cell) && <Value key={nameOf(cell)} form={form} field={field} at={at} />,
      )}
      {data.rows.map((list) => (
        <Rows key={list.section} form={form} data={data} section={list.section} />
      ))}
      <FormActions>
        <Submit form={form}>{t("keep")}</Submit>
        <Button to={printAddress(id, data.form, data.subject)}>{t("look")}</Button>
      </FormActions>
    </Form>
  );
}

/** What of a form no deed says, filled in by hand; who changed what stands below. */
export function FillForm() {
  const { t } = useTranslation("documents");
  const { id = "", form = "" } = useParams();
  const [query] = useSearchParams();
  const subject = query.get("subject");
  const { data, error, refetch } = useAsk<FormFields>(
    `/disputes/${id}/documents/${form}/fields`,
    { subject },
    { fresh: 0 },
  );
  return (
    <Page
      title={data?.title ?? t("fill")}
      subtitle={data?.about || undefined}
      back={{ to: `/desk/disputes/${id}/print`, label: t("otherForms") }}
    >
      {error && <ProblemCard error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton count={6} />}
      {data && (
        <>
          {data.says && <p className={css.minded}>{data.says}</p>}
          {data.fields.length + data.rows.length === 0 && <p>{t("nothingByHand")}</p>}
          <Filling
            key={`${data.form} ${data.subject}`}
            id={id}
            data={data}
            refetch={async () => (await refetch({ throwOnError: true })).data as FormFields}
          />
          <Changes data={data} />
        </>
      )}
    </Page>
  );
}
