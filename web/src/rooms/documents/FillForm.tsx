import { useQueryClient } from "@tanstack/react-query";
import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { beside, dateTime, listed } from "../../lib/fmt";
import { tell, useAsk } from "../../lib/server";
import {
  Button,
  Card,
  Form,
  FormActions,
  type FormState,
  Page,
  ProblemCard,
  Skeleton,
  Submit,
  TextAreaField,
  TextField,
  toast,
  useForm,
} from "../../ui";
import css from "./documents.module.css";
import { type FormField, type FormFields, printAddress } from "./shapes";

interface Cell {
  section: string;
  row: string;
  key: string;
  text: string;
}
interface Values {
  values: Cell[];
}

const cellOf = ({ section, row, key, text }: FormField): Cell => ({ section, row, key, text });
const isAdded = (data: FormFields, section: string) => data.rows.some((one) => one.section === section);

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
  const [gone, setGone] = useState<string[]>([]);
  if (!list) return null;
  const cells = form.values.values.map((cell, at) => ({ cell, at })).filter(({ cell }) => cell.section === section);
  const rows = [...new Set(cells.map(({ cell }) => cell.row))].filter((row) => /^\d+$/.test(row));
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
            {t("changed", { at: dateTime(one.at), who: one.person_name, what: listed([...new Set(one.names)]) })}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Filling({ id, data }: { id: string; data: FormFields }) {
  const { t } = useTranslation("documents");
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [fields] = useState(() =>
    data.fields.filter((field) => !isAdded(data, field.section) || !/^\d+$/.test(field.row)),
  );
  const form = useForm<Values, unknown>({
    initial: { values: [...fields, ...data.fields.filter((field) => !fields.includes(field))].map(cellOf) },
    send: ({ values }, key) =>
      tell(`/disputes/${id}/documents/${data.form}`, { subject: data.subject, values }, { verb: "PUT", key }),
    then: () => {
      void queries.invalidateQueries();
      toast(t("kept", { form: data.title }));
      navigate(`/desk/disputes/${id}/print`);
    },
  });
  return (
    <Form form={form} aria-label={data.title}>
      {fields.map((field, at) => (
        <Value key={`${field.section} ${field.row} ${field.key}`} form={form} field={field} at={at} />
      ))}
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
          <Filling key={data.version} id={id} data={data} />
          <Changes data={data} />
        </>
      )}
    </Page>
  );
}
