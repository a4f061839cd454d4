// How far the numbers of this year have come, and those that stay without a dossier, each with its reason.
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dateTime, number } from "../../lib/fmt";
import { tell, useAsk } from "../../lib/server";
import {
  Bidi,
  Button,
  Card,
  type Column,
  DataTable,
  Drawer,
  Form,
  FormActions,
  ProblemCard,
  RadioTiles,
  Skeleton,
  Stack,
  Submit,
  TextField,
  toast,
  useForm,
} from "../../ui";
import { useCatalogue } from "../shared/catalogue";
import type { Annulled, Numbers, Series } from "./shapes";

export function NumbersTab({ organisation }: { organisation: string }) {
  const { t } = useTranslation("organisation");
  const [open, setOpen] = useState(false);
  const { data, error, refetch } = useAsk<Numbers>(`/organisations/${organisation}/numbers`);
  if (error && !data) return <ProblemCard error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton count={4} />;
  const series: Column<Series>[] = [
    { key: "name", head: t("numbers.series"), primary: true, cell: (one) => one.name },
    { key: "year", head: t("numbers.year"), align: "end", cell: (one) => one.year },
    { key: "last", head: t("numbers.given"), align: "end", cell: (one) => number(one.last) },
    { key: "next", head: t("numbers.next"), cell: (one) => <Bidi>{one.next}</Bidi> },
  ];
  const annulled: Column<Annulled>[] = [
    { key: "number", head: t("numbers.number"), primary: true, cell: (one) => <Bidi>{one.number}</Bidi> },
    { key: "reason", head: t("numbers.reason"), cell: (one) => one.reason_name },
    { key: "note", head: t("numbers.note"), cell: (one) => one.note },
    { key: "at", head: t("numbers.at"), cell: (one) => dateTime(one.annulled_at) },
  ];
  return (
    <Stack gap={4}>
      <Card
        title={t("tab.numbers")}
        flush
        actions={data.may_annul && <Button onClick={() => setOpen(true)}>{t("numbers.annul")}</Button>}
      >
        <DataTable
          caption={t("tab.numbers")}
          columns={series}
          rows={data.series}
          rowKey={(one) => one.series}
          empty=""
        />
      </Card>
      <Card title={t("numbers.annulled")} flush>
        <DataTable
          caption={t("numbers.annulled")}
          columns={annulled}
          rows={data.annulled}
          rowKey={(one) => one.number}
          empty={t("numbers.none")}
        />
      </Card>
      <Drawer open={open} onClose={() => setOpen(false)} title={t("numbers.annul")}>
        <Annul organisation={organisation} data={data} done={() => setOpen(false)} />
      </Drawer>
    </Stack>
  );
}

function Annul({ organisation, data, done }: { organisation: string; data: Numbers; done: () => void }) {
  const { t } = useTranslation("organisation");
  const queries = useQueryClient();
  const { choices } = useCatalogue();
  const form = useForm({
    initial: { series: null as string | null, reason: null as string | null, note: "" },
    send: (values, key) => tell<Numbers>(`/organisations/${organisation}/numbers`, values, { key }),
    then: () => {
      void queries.invalidateQueries();
      toast(t("numbers.done"));
      done();
    },
  });
  return (
    <Form form={form} aria-label={t("numbers.annul")}>
      <Stack gap={4}>
        <p>{t("numbers.says")}</p>
        <RadioTiles
          label={t("numbers.series")}
          required
          options={data.series.map((one) => ({ value: one.series, label: `${one.name} · ${one.next}` }))}
          {...form.field("series")}
        />
        <RadioTiles label={t("numbers.reason")} required options={choices("annulment")} {...form.field("reason")} />
        <TextField label={t("numbers.note")} required maxLength={200} {...form.field("note")} />
        <FormActions>
          <Submit form={form}>{t("numbers.annul")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}
