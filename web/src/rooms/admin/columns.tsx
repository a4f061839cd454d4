// How an account looks in a list, whether of one office or of all.
import { useTranslation } from "react-i18next";
import { isoMinute } from "../../lib/fmt";
import { Bidi, type Column, Stack, StatusBadge, type Tone } from "../../ui";
import css from "./admin.module.css";
import { useScope } from "./scope";
import type { Account, AccountState } from "./shapes";

export const stateTone: Record<AccountState, Tone> = {
  left: "neutral",
  suspended: "danger",
  expired: "danger",
  locked: "warn",
  waiting: "info",
  active: "ok",
};

export const accountAddress = (id: string) => `/desk/accounts/${id}`;

export function StateBadge({ account }: { account: Account }) {
  return <StatusBadge tone={stateTone[account.state]}>{account.state_name}</StatusBadge>;
}

export function FactorBadge({ account }: { account: Account }) {
  const { t } = useTranslation("admin");
  if (account.second_factor) return <StatusBadge tone="ok">{t("factor.on")}</StatusBadge>;
  if (account.second_factor_from) return <StatusBadge tone="warn">{t("factor.needed")}</StatusBadge>;
  return <StatusBadge>{t("factor.off")}</StatusBadge>;
}

/** `everywhere`: the office of the person is not known from the page. */
export function useAccountColumns(everywhere: boolean): Column<Account>[] {
  const { t } = useTranslation("admin");
  const { nameOf } = useScope();
  return [
    { key: "username", head: t("account.username"), primary: true, cell: (one) => <Bidi>{one.username}</Bidi> },
    {
      key: "person",
      head: t("account.person"),
      cell: (one) => (
        <Stack gap={1}>
          <bdi>{one.person_name}</bdi>
          {everywhere && <bdi className={css.note}>{nameOf(one.organisation, one.organisation_name)}</bdi>}
        </Stack>
      ),
    },
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
          {one.roles.length === 0 && <span className={css.note}>{t("role.noneShort")}</span>}
        </Stack>
      ),
    },
    { key: "state", head: t("account.state"), cell: (one) => <StateBadge account={one} /> },
    { key: "factor", head: t("factor.head"), cell: (one) => <FactorBadge account={one} /> },
    {
      key: "last",
      head: t("account.last"),
      cell: (one) =>
        one.signed_in_at ? <span className="nowrap">{isoMinute(one.signed_in_at)}</span> : t("account.never"),
    },
  ];
}
