import { CirclePlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Bidi, Button, Card, type Column, DataTable, Drawer, Empty, Stack, StatusBadge, type Tone } from "../../ui";
import type { Organisation } from "../shared/shapes";
import { AccountCard } from "./AccountCard";
import { AccountForm } from "./AccountForm";
import { useAccounts, usePeople, useScope } from "./scope";
import type { Account, Person } from "./shapes";

export type AccountState = "left" | "suspended" | "waiting" | "active";

/** Waiting: invited, and no password yet. Left: the person no longer serves. */
export function accountState(account: Account, people: Person[]): AccountState {
  if (!people.some((one) => one.id === account.person)) return "left";
  if (account.suspended_at) return "suspended";
  return account.has_password ? "active" : "waiting";
}

export const stateTone: Record<AccountState, Tone> = {
  left: "neutral",
  suspended: "danger",
  waiting: "warn",
  active: "ok",
};

/** The accounts of those who serve here, or did. */
export function Accounts({ office }: { office: Organisation }) {
  const { t } = useTranslation("admin");
  const { nameOf } = useScope();
  const accounts = useAccounts(office.id);
  const people = usePeople(office.id).data?.people;
  const [adding, setAdding] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  const opened = accounts.data?.accounts.find((one) => one.id === open);
  const columns: Column<Account>[] = [
    { key: "username", head: t("account.username"), primary: true, cell: (one) => <Bidi>{one.username}</Bidi> },
    { key: "person", head: t("account.person"), cell: (one) => <bdi>{one.person_name}</bdi> },
    {
      key: "roles",
      head: t("account.roles"),
      cell: (one) => (
        <Stack gap={1}>
          {one.roles.map((role) => (
            <span key={role.id}>
              {role.role_name} · <bdi>{nameOf(role.organisation, role.organisation_name)}</bdi>
            </span>
          ))}
          {one.roles.length === 0 && "–"}
        </Stack>
      ),
    },
    {
      key: "state",
      head: t("account.state"),
      cell: (one) => {
        const state = accountState(one, people ?? []);
        return people && <StatusBadge tone={stateTone[state]}>{t(`account.states.${state}`)}</StatusBadge>;
      },
    },
    {
      key: "acts",
      head: t("account.manage"),
      act: true,
      align: "end",
      cell: (one) => (
        <Button key="acts" aria-label={`${t("account.manage")} · ${one.username}`} onClick={() => setOpen(one.id)}>
          {t("account.manage")}
        </Button>
      ),
    },
  ];
  const add = (
    <Button kind="primary" icon={<CirclePlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
      {t("account.add")}
    </Button>
  );
  const nobody = people?.length === 0;
  return (
    <>
      <Card flush title={t("account.list")} actions={accounts.data && accounts.data.accounts.length > 0 && add}>
        <DataTable
          caption={`${t("account.list")} · ${nameOf(office.id)}`}
          columns={columns}
          rows={accounts.data?.accounts}
          rowKey={(one) => one.id}
          error={accounts.error}
          retry={() => void accounts.refetch()}
          empty={<Empty action={!nobody && add}>{t(nobody ? "account.nobody" : "account.none")}</Empty>}
        />
      </Card>
      <Drawer open={adding} onClose={() => setAdding(false)} title={t("account.add")}>
        {adding && <AccountForm office={office} done={() => setAdding(false)} />}
      </Drawer>
      <Drawer open={opened !== undefined} onClose={() => setOpen(null)} title={opened?.username ?? ""}>
        {opened && people && <AccountCard key={opened.id} account={opened} state={accountState(opened, people)} />}
      </Drawer>
    </>
  );
}
