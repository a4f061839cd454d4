import { useState } from "react";
import { useTranslation } from "react-i18next";
import { now } from "../../lib/clock";
import { isoDay } from "../../lib/fmt";
import { tell, useAsk } from "../../lib/server";
import { Form, FormActions, RadioTiles, SelectField, Stack, Submit, TextField, useForm } from "../../ui";
import { nameIn } from "../shared/catalogue";
import type { Organisation } from "../shared/shapes";
import css from "./people.module.css";
import type { Honour, PeopleList, PersonPage, Wall } from "./shapes";

interface HonourProps {
  /** Whose page this is; without one the bearer is chosen. */
  person?: PersonPage;
  done: (given: Honour) => void;
}

/** Enters an honour of a person or of an organisation. */
export function HonourForm({ person, done }: HonourProps) {
  const { t, i18n } = useTranslation("people");
  const wall = useAsk<Wall>("/honours");
  const organisations = useAsk<{ organisations: Organisation[] }>("/organisations", {}, { fresh: 600_000 });
  const [bearer, setBearer] = useState<"person" | "organisation">(person ? "person" : "organisation");
  const form = useForm({
    initial: {
      honour: null as string | null,
      person: person?.id ?? (null as string | null),
      organisation: null as string | null,
      year: isoDay(now()).slice(0, 4),
      giver: "",
      certificate: "",
    },
    send: ({ giver, person: who, organisation, ...values }, key) =>
      tell<Honour>(
        "/honours",
        {
          ...values,
          year: Number(values.year),
          giver: giver || null,
          person: bearer === "person" ? who : null,
          organisation: bearer === "organisation" ? organisation : null,
        },
        { key },
      ),
    then: done,
  });
  const ladder = wall.data?.ladder.filter((one) => one.of_person === (bearer === "person")) ?? [];
  const chosen = ladder.find((one) => one.key === form.values.honour);
  return (
    <Form form={form} aria-label={t("honour.verb")}>
      <Stack gap={4}>
        {!person && (
          <RadioTiles
            id="honour-bearer"
            label={t("honour.bearer")}
            required
            options={[
              { value: "person", label: t("honour.person") },
              { value: "organisation", label: t("honour.organisation") },
            ]}
            value={bearer}
            onChange={(one) => {
              setBearer(one as typeof bearer);
              form.set({ honour: null });
            }}
          />
        )}
        {!person && bearer === "person" && <WhichPerson {...form.field("person")} />}
        {!person && bearer === "organisation" && (
          <SelectField
            label={t("honour.organisation")}
            required
            search
            options={(organisations.data?.organisations ?? []).map((one) => ({
              value: one.id,
              label: nameIn(one, i18n.language),
            }))}
            {...form.field("organisation")}
          />
        )}
        <SelectField
          label={t("honour.which")}
          required
          options={ladder.map((one) => ({ value: one.key, label: one.name }))}
          {...form.field("honour")}
        />
        <div className={css.two}>
          <TextField label={t("honour.year")} inputMode="numeric" maxLength={4} required {...form.field("year")} />
          <TextField label={t("honour.certificate")} {...form.field("certificate")} />
        </div>
        <TextField
          label={t("honour.giver")}
          hint={chosen && t("honour.giverHint", { giver: chosen.giver })}
          {...form.field("giver")}
        />
        <FormActions>
          <Submit form={form}>{t("honour.verb")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}

interface WhichProps {
  id: string;
  value: string | null;
  onChange: (person: string | null) => void;
  error?: string;
}

/** A person by a part of the name, then one of those found. */
function WhichPerson({ id, value, onChange, error }: WhichProps) {
  const { t } = useTranslation("people");
  const [q, setQ] = useState("");
  const found = useAsk<PeopleList>("/people", { q, limit: 50 }, { when: q.trim() !== "" });
  return (
    <div className={css.two}>
      <TextField id={`${id}-find`} label={t("find")} value={q} onChange={setQ} />
      <SelectField
        id={id}
        label={t("honour.person")}
        required
        options={(found.data?.people ?? []).map((one) => ({
          value: one.id,
          label: `${one.name} · ${one.organisation_name}`,
        }))}
        value={value}
        onChange={onChange}
        error={error}
      />
    </div>
  );
}
