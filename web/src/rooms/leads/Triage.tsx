import { useState } from "react";
import { useTranslation } from "react-i18next";
import { tell, useAsk } from "../../lib/server";
import { Form, FormActions, RadioTiles, SelectField, Stack, Submit, TextAreaField, TextField, useForm } from "../../ui";
import { atInner } from "../intake/inner";
import { PartyCards } from "../intake/PartyCards";
import { RequestFields } from "../intake/RequestFields";
import { blankRequest, innerDoor, type RequestValues, requestBody } from "../intake/request";
import type { Lead, Lines } from "../shared/shapes";
import type { Triaged } from "./Leads";

const results = ["no_dispute", "solved_on_the_spot", "became_request", "merged"] as const;

interface TriageValues {
  status: (typeof results)[number];
  outcome: string;
  dispute: string | null;
  request: RequestValues;
}

function bodyOf(values: TriageValues) {
  return {
    status: values.status,
    outcome: values.outcome,
    dispute: values.status === "merged" ? values.dispute : null,
    request: values.status === "became_request" ? requestBody(values.request) : null,
  };
}

function requestFrom(lead: Lead): RequestValues {
  const facts = [lead.where, lead.words].filter(Boolean).join("\n");
  return { ...blankRequest("lead"), kind: lead.kind, place: lead.place, facts };
}

/** What became of a sign: none, solved there, a request, or part of a dispute that is known. */
export function Triage({ lead, done }: { lead: Lead; done: (answer: Triaged) => void }) {
  const { t } = useTranslation("leads");
  const form = useForm({
    initial: { status: "no_dispute", outcome: "", dispute: null, request: requestFrom(lead) } as TriageValues,
    send: (values, key) => tell<Triaged>(`/leads/${lead.id}/triage`, bodyOf(values), { key, version: lead.version }),
    then: done,
    at: atInner,
  });
  const door = innerDoor(form);
  const status = form.field("status");
  return (
    <Form form={form} aria-label={t("triage")}>
      <Stack gap={4}>
        <RadioTiles
          label={t("became")}
          required
          options={results.map((one) => ({ value: one, label: t(`results.${one}`) }))}
          id={status.id}
          value={status.value}
          error={status.error}
          onChange={(one) => form.set({ status: one as TriageValues["status"] })}
        />
        <TextAreaField label={t("outcome")} hint={t("outcomeHint")} rows={2} required {...form.field("outcome")} />
        {form.values.status === "merged" && <Into field={form.field("dispute")} />}
        {form.values.status === "became_request" && (
          <>
            <RequestFields door={door} withSource={false} />
            <PartyCards door={door} />
          </>
        )}
        <FormActions>
          <Submit form={form}>{t("submit")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}

interface IntoProps {
  field: { id: string; value: string | null; onChange: (value: string | null) => void; error?: string };
}

/** The dispute that the sign belongs to, found by number or party. */
function Into({ field }: IntoProps) {
  const { t } = useTranslation("leads");
  const [text, setText] = useState("");
  const found = useAsk<Lines>("/disputes", { q: text, live: true, limit: 20 });
  const options = (found.data?.disputes ?? []).map((one) => ({
    value: one.id,
    label: `${one.number || t("unnumbered")} · ${one.parties} · ${one.kind_name}`,
  }));
  return (
    <Stack gap={3}>
      <TextField label={t("find")} value={text} onChange={setText} inputMode="search" />
      <SelectField label={t("into")} required options={options} {...field} />
    </Stack>
  );
}
