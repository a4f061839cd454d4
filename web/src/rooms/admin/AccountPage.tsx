import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { dateTime, isoDay } from "../../lib/fmt";
import { useAsk } from "../../lib/server";
import { Bidi, Card, Facts, Page, ProblemCard, Skeleton, WithRail } from "../../ui";
import { AccountRoles } from "./AccountRoles";
import { AccountSessions } from "./AccountSessions";
import { Entry, Expiry, Factor, NewLink } from "./accountDeeds";
import { FactorBadge, StateBadge } from "./columns";
import { officeAddress } from "./Offices";
import { useScope } from "./scope";
import type { Account } from "./shapes";

/** One account: its state, and of the deeds those that are mine. One's own is another's matter. */
export function AccountPage() {
  const { t } = useTranslation("admin");
  const { account = "" } = useParams();
  const asked = useAsk<Account>(`/accounts/${account}`);
  const back = { to: "/desk/accounts", label: t("accounts.title") };
  if (asked.data) return <Found key={asked.data.id} account={asked.data} />;
  return (
    <Page title={t("accounts.one")} back={back}>
      <Card>
        {asked.error ? <ProblemCard error={asked.error} retry={() => void asked.refetch()} /> : <Skeleton count={5} />}
      </Card>
    </Page>
  );
}

function Found({ account }: { account: Account }) {
  const { t } = useTranslation("admin");
  const scope = useScope();
  const own = scope.account === account.id;
  const left = account.state === "left";
  const open = !own && !left;
  const secures = scope.secures && open;
  const administers = scope.administers && open;
  const linkable = administers && account.state !== "suspended" && account.state !== "expired";
  return (
    <Page
      title={account.username}
      subtitle={
        <>
          <bdi>{account.person_name}</bdi> · <bdi>{scope.nameOf(account.organisation, account.organisation_name)}</bdi>
        </>
      }
      badges={
        <>
          <StateBadge account={account} />
          <FactorBadge account={account} />
        </>
      }
      back={{ to: "/desk/accounts", label: t("accounts.title") }}
    >
      {own && <Note>{t("account.own")}</Note>}
      {left && <Note>{t("account.leftSays")}</Note>}
      {open && !scope.secures && scope.administers && <Note>{t("account.bySecurity")}</Note>}
      {open && scope.secures && !scope.administers && <Note>{t("account.bySystem")}</Note>}
      <WithRail
        rail={
          <>
            {secures && <Entry account={account} />}
            {linkable && <NewLink account={account} />}
            {administers && <Expiry account={account} />}
            {secures && account.second_factor && <Factor account={account} />}
          </>
        }
      >
        <About account={account} />
        <AccountRoles account={account} changeable={secures} />
        {scope.secures && <AccountSessions account={account} />}
      </WithRail>
    </Page>
  );
}

function Note({ children }: { children: string }) {
  return (
    <Card tone="info">
      <p>{children}</p>
    </Card>
  );
}

function About({ account }: { account: Account }) {
  const { t } = useTranslation("admin");
  const { nameOf, administers } = useScope();
  const where = nameOf(account.organisation, account.organisation_name);
  const until = account.locked_until;
  return (
    <Card title={t("account.about")}>
      <Facts
        rows={[
          { name: t("account.username"), value: <Bidi>{account.username}</Bidi> },
          {
            name: t("account.person"),
            value: (
              <Link to={`/desk/people/${account.person}`}>
                <bdi>{account.person_name}</bdi>
              </Link>
            ),
          },
          {
            name: t("office.one"),
            value: administers ? (
              <Link to={officeAddress(account.organisation, "accounts")}>
                <bdi>{where}</bdi>
              </Link>
            ) : (
              where
            ),
          },
          {
            name: t("account.password"),
            value: t(account.has_password ? "account.passwordSet" : "account.passwordNone"),
          },
          {
            name: t("factor.title"),
            value: account.second_factor
              ? t("factor.on")
              : account.second_factor_from
                ? t("factor.from", { day: isoDay(account.second_factor_from) })
                : t("factor.off"),
          },
          {
            name: t("account.last"),
            value: account.signed_in_at ? dateTime(account.signed_in_at) : t("account.never"),
          },
          { name: t("expiry.title"), value: account.expires_on ?? t("expiry.none") },
          { name: t("account.lockedUntil"), value: until && dateTime(until) },
          { name: t("account.suspendedSince"), value: account.suspended_at && dateTime(account.suspended_at) },
        ]}
      />
    </Card>
  );
}
