import { useQueryClient } from "@tanstack/react-query";
import { CirclePlus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { tell } from "../../lib/server";
import { Problem, problemOf } from "../../problem";
import {
  Button,
  DateField,
  Empty,
  Form,
  FormActions,
  type FormState,
  IconButton,
  Row,
  SelectField,
  Stack,
  Submit,
  TextField,
  useForm,
} from "../../ui";
import { useCatalogue } from "../shared/catalogue";
import css from "./admin.module.css";
import { LinkPanel } from "./LinkPanel";
import { again, useAccounts, useAdministrators, usePeople, useScope } from "./scope";
import type { Invited, Person, Role } from "./shapes";

interface Values {
  person: string | null;
  username: string;
  roles: { role: Role | null; organisation: string | null }[];
  expires_on: string | null;
}

// A taken name is a collision of the whole to the server; here it is one field.
export function atUsername(error: unknown): never {
  const { code, detail, request } = problemOf(error);
  if (code !== "account.username_taken") throw error;
  throw new Problem({ status: 422, code, request, problems: [{ at: "/username", code, detail }] });
}

interface AccountFormProps {
  office: string;
  person?: Person;
  done: () => void;
}

/** Opens an account; its one-time link takes the place of the form. */
export function AccountForm({ office, person, done }: AccountFormProps) {
  const { t } = useTranslation("admin");
  const [made, setMade] = useState<Invited | null>(null);
  const queries = useQueryClient();
  const people = usePeople(office).data?.people ?? [];
  const accounts = useAccounts(office).data?.accounts ?? [];
  const without = people.filter((one) => !accounts.some((account) => account.person === one.id));
  // Roles are the security administrator's; before the first one has come in they are granted here, too.
  const { secures } = useScope();
  const form = useForm({
    initial: {
      person: person?.id ?? null,
      username: "",
      roles: [{ role: null, organisation: office }],
      expires_on: null,
    } as Values,
    send: (values, key) =>
      tell<Invited>("/accounts", secures ? values : { ...values, roles: [] }, { key }).catch(atUsername),
    then: (answer) => {
      setMade(answer);
      again(queries);
    },
  });
  if (made) return <LinkPanel invited={made} done={done} />;
  if (!person && without.length === 0) return <Empty>{t("account.nobodyLeft")}</Empty>;
  const options = (person ? [person] : without).map((one) => ({ value: one.id, label: one.name }));
  return (
    <Form form={form} aria-label={t("account.add")}>
      <Stack gap={4}>
        <SelectField label={t("account.person")} required options={options} {...form.field("person")} />
        <TextField
          label={t("account.username")}
          hint={t("account.usernameHint")}
          required
          maxLength={40}
          {...form.field("username")}
        />
        {secures ? (
          <>
            {form.values.roles.map((_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a role has no name but its place in the list
              <RoleFields key={index} form={form} index={index} />
            ))}
            <Row>
              <Button
                icon={<CirclePlus size={18} aria-hidden />}
                onClick={() => form.add("roles", { role: null, organisation: office })}
              >
                {t("role.another")}
              </Button>
            </Row>
          </>
        ) : (
          <p>{t("role.bySecurity")}</p>
        )}
        <DateField label={t("expiry.field")} hint={t("expiry.hint")} {...form.field("expires_on")} />
        <FormActions>
          <Submit form={form}>{t("account.addVerb")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}

function RoleFields({ form, index }: { form: FormState<Values>; index: number }) {
  const { t } = useTranslation("admin");
  const several = form.values.roles.length > 1;
  const role = form.field(`roles.${index}.role`) as unknown as Slot;
  const where = form.field(`roles.${index}.organisation`) as unknown as Slot;
  return (
    <fieldset className={css.group}>
      <legend>{several ? t("role.numbered", { n: index + 1 }) : t("role.title")}</legend>
      <RoleChoice role={role} where={where} />
      {several && (
        <Row>
          <IconButton
            label={t("role.removeNumbered", { n: index + 1 })}
            icon={<Trash2 size={18} />}
            onClick={() => form.remove("roles", index)}
          />
        </Row>
      )}
    </fieldset>
  );
}

export interface Slot {
  id: string;
  value: string | null;
  onChange: (value: string | null) => void;
  error?: string;
}

/** A role, what it may do in a sentence, and the office in which it holds. */
export function RoleChoice({ role, where }: { role: Slot; where: Slot }) {
  const { t } = useTranslation("admin");
  const { words } = useCatalogue();
  const { offices = [], nameOf } = useScope();
  const mine = useAdministrators().data?.may_grant;
  const chosen = role.value as Role | null;
  return (
    <Stack gap={3}>
      <SelectField
        {...role}
        label={t("role.role")}
        required
        options={words("role").filter((one) => !mine || mine.includes(one.value as Role))}
        hint={chosen ? t(`role.may.${chosen}`) : t("role.choose")}
      />
      <SelectField
        {...where}
        label={t("role.where")}
        hint={t("role.whereHint")}
        required
        options={offices.map((one) => ({ value: one.id, label: nameOf(one.id) }))}
      />
    </Stack>
  );
}
