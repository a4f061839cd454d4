import { useQueryClient } from "@tanstack/react-query";
import { CirclePlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { tell } from "../../lib/server";
import { Button, Card, confirm, Form, FormActions, Row, Stack, Submit, toast, toastProblem, useForm } from "../../ui";
import { RoleChoice, type Slot } from "./AccountForm";
import css from "./admin.module.css";
import { again, useScope } from "./scope";
import type { Account } from "./shapes";

/** The roles of an account; a security administrator grants and ends them. */
export function AccountRoles({ account, changeable }: { account: Account; changeable: boolean }) {
  const { t } = useTranslation("admin");
  const { nameOf } = useScope();
  const queries = useQueryClient();
  const [granting, setGranting] = useState(false);
  const end = async (grant: Account["roles"][number]) => {
    const where = nameOf(grant.organisation, grant.organisation_name);
    const yes = await confirm({
      title: t("role.endQuestion", { role: grant.role_name, name: account.person_name }),
      says: t("role.endSays", { where }),
      verb: t("role.end"),
      danger: true,
    });
    if (!yes) return;
    try {
      await tell<Account>(`/grants/${grant.id}`, null, { verb: "DELETE" });
      toast(t("role.ended", { role: grant.role_name }));
      again(queries);
    } catch (error) {
      toastProblem(error);
    }
  };
  return (
    <Card title={t("account.roles")}>
      <Stack gap={3}>
        {account.roles.length > 0 && (
          <ul className={css.roles}>
            {account.roles.map((grant) => (
              <li key={grant.id} className={css.role}>
                <span>
                  <strong>{grant.role_name}</strong>
                  <bdi className={css.note}>{nameOf(grant.organisation, grant.organisation_name)}</bdi>
                </span>
                {changeable && (
                  <Button
                    kind="danger"
                    aria-label={`${t("role.end")} · ${grant.role_name}`}
                    onClick={() => void end(grant)}
                  >
                    {t("role.end")}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
        {account.roles.length === 0 && <p>{t("role.none")}</p>}
        {changeable && granting && <Grant account={account} done={() => setGranting(false)} />}
        {changeable && !granting && (
          <Row>
            <Button icon={<CirclePlus size={18} aria-hidden />} onClick={() => setGranting(true)}>
              {t("role.grant")}
            </Button>
          </Row>
        )}
      </Stack>
    </Card>
  );
}

function Grant({ account, done }: { account: Account; done: () => void }) {
  const { t } = useTranslation("admin");
  const queries = useQueryClient();
  const form = useForm({
    initial: { role: null as string | null, organisation: account.organisation as string | null },
    send: (values, key) => tell<Account>(`/accounts/${account.id}/roles`, values, { key }),
    then: () => {
      again(queries);
      done();
    },
  });
  return (
    <Form form={form} aria-label={t("role.grant")}>
      <Stack gap={3}>
        <RoleChoice role={form.field("role") as Slot} where={form.field("organisation") as Slot} />
        <FormActions>
          <Button onClick={done}>{t("role.cancel")}</Button>
          <Submit form={form}>{t("role.grantVerb")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}
