import { useQueryClient } from "@tanstack/react-query";
import { CirclePlus, KeyRound } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { tell } from "../../lib/server";
import {
  Bidi,
  Button,
  Card,
  confirm,
  Facts,
  Form,
  FormActions,
  Row,
  Stack,
  StatusBadge,
  Submit,
  toast,
  toastProblem,
  useForm,
} from "../../ui";
import { RoleChoice, type Slot } from "./AccountForm";
import { type AccountState, stateTone } from "./Accounts";
import css from "./admin.module.css";
import { LinkPanel } from "./LinkPanel";
import { again, useScope } from "./scope";
import type { Account, Invited } from "./shapes";

/** One account: a new link, its roles, and whether it may enter. One's own is another's matter. */
export function AccountCard({ account, state }: { account: Account; state: AccountState }) {
  const { t } = useTranslation("admin");
  const scope = useScope();
  const own = scope.account === account.id;
  return (
    <Stack gap={4}>
      <Facts
        rows={[
          { name: t("account.person"), value: account.person_name },
          { name: t("account.username"), value: <Bidi>{account.username}</Bidi> },
          {
            name: t("account.state"),
            value: <StatusBadge tone={stateTone[state]}>{t(`account.states.${state}`)}</StatusBadge>,
          },
        ]}
      />
      {own && <p className={css.note}>{t("account.own")}</p>}
      {state === "left" && <p className={css.note}>{t("account.leftSays")}</p>}
      {!own && (state === "active" || state === "waiting") && <Link account={account} />}
      <Roles account={account} changeable={!own && state !== "left"} />
      {!own && state !== "left" && <Entry account={account} />}
    </Stack>
  );
}

function Link({ account }: { account: Account }) {
  const { t } = useTranslation("admin");
  const [invited, setInvited] = useState<Invited | null>(null);
  const [busy, setBusy] = useState(false);
  const renew = async () => {
    setBusy(true);
    try {
      setInvited(await tell<Invited>("/invitations", { account: account.id }));
    } catch (error) {
      toastProblem(error);
    } finally {
      setBusy(false);
    }
  };
  if (invited) return <LinkPanel invited={invited} />;
  return (
    <Card level={3} title={t("link.renewTitle")}>
      <Stack gap={3}>
        <p>{t(account.has_password ? "link.renewSays" : "link.renewWaiting")}</p>
        <Row>
          <Button icon={<KeyRound size={18} aria-hidden />} busy={busy} onClick={() => void renew()}>
            {t("link.renew")}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}

function Roles({ account, changeable }: { account: Account; changeable: boolean }) {
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
    <Card level={3} title={t("account.roles")}>
      <Stack gap={3}>
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

/** Shut out at once, or let in again. */
function Entry({ account }: { account: Account }) {
  const { t } = useTranslation("admin");
  const queries = useQueryClient();
  const shut = account.suspended_at !== null && account.suspended_at !== undefined;
  const turn = async () => {
    const yes =
      shut ||
      (await confirm({
        title: t("account.suspendQuestion", { name: account.person_name }),
        says: t("account.suspendSays"),
        verb: t("account.suspend"),
        danger: true,
      }));
    if (!yes) return;
    try {
      await tell<Account>(`/accounts/${account.id}/${shut ? "readmission" : "suspension"}`, {});
      toast(t(shut ? "account.readmitted" : "account.suspended", { name: account.person_name }));
      again(queries);
    } catch (error) {
      toastProblem(error);
    }
  };
  return (
    <Card level={3} title={t("account.entry")}>
      <Stack gap={3}>
        <p>{t(shut ? "account.readmitSays" : "account.suspendSays")}</p>
        <Row>
          <Button kind={shut ? "plain" : "danger"} onClick={() => void turn()}>
            {t(shut ? "account.readmit" : "account.suspend")}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}
