import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { tell } from "../../lib/server";
import { Form, FormActions, SelectField, Stack, Submit, TextField, useForm } from "../../ui";
import { atUsername } from "./AccountForm";
import { LinkPanel } from "./LinkPanel";
import { again, useAccounts, usePeople, useScope } from "./scope";
import type { Invited, Person, Role } from "./shapes";

export type Other = Extract<Role, "security_administrator" | "auditor">;
const somebodyNew = "new";

/** One of the other two administrators: a person of the bureau, an account, a link to hand over. */
export function AppointForm({ role, done }: { role: Other; done: () => void }) {
  const { roots } = useScope();
  const office = roots[0];
  return office ? <Appoint office={office} role={role} done={done} /> : null;
}

function Appoint({ office, role, done }: { office: string; role: Other; done: () => void }) {
  const { t } = useTranslation("admin");
  const { nameOf } = useScope();
  const queries = useQueryClient();
  const [made, setMade] = useState<Invited | null>(null);
  const people = usePeople(office).data?.people ?? [];
  const accounts = useAccounts(office).data?.accounts ?? [];
  const free = people.filter((one) => !accounts.some((account) => account.person === one.id));
  // Who was registered stays so when the username is refused: the next try takes the same person.
  const registered = useRef<{ name: string; id: string } | null>(null);
  const register = async (name: string) => {
    if (registered.current?.name === name) return registered.current.id;
    const person = await tell<Person>("/people", {
      organisation: office,
      name,
      phone: "",
      languages: [],
      skills: [],
      serves_as: ["staff"],
      certificate: "",
    });
    registered.current = { name, id: person.id };
    return person.id;
  };
  const form = useForm({
    initial: { person: somebodyNew as string | null, name: "", username: "" },
    check: ({ person, name }) =>
      person === somebodyNew && name.trim() === ""
        ? [{ at: "/name", code: "empty", detail: t("missing.personName") }]
        : [],
    send: async ({ person, name, username }, key) => {
      const whom = person === somebodyNew || person === null ? await register(name.trim()) : person;
      const account = { person: whom, username, roles: [{ role, organisation: office }] };
      return tell<Invited>("/accounts", account, { key }).catch(atUsername);
    },
    then: (answer) => {
      setMade(answer);
      again(queries);
    },
  });
  if (made) return <LinkPanel invited={made} done={done} />;
  const options = [
    { value: somebodyNew, label: t("hands.somebodyNew") },
    ...free.map((one) => ({ value: one.id, label: one.name })),
  ];
  return (
    <Form form={form} aria-label={t(`hands.appoint.${role}`)}>
      <Stack gap={4}>
        <p>{t(`role.may.${role}`)}</p>
        <p className="dim">{t("hands.another", { office: nameOf(office) })}</p>
        {free.length > 0 && (
          <SelectField label={t("account.person")} required options={options} {...form.field("person")} />
        )}
        {form.values.person === somebodyNew && (
          <TextField label={t("people.name")} required maxLength={80} {...form.field("name")} />
        )}
        <TextField
          label={t("account.username")}
          hint={t("account.usernameHint")}
          required
          maxLength={40}
          {...form.field("username")}
        />
        <FormActions>
          <Submit form={form}>{t("account.addVerb")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}
