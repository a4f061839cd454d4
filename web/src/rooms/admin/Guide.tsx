import { useQueries } from "@tanstack/react-query";
import { Check } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { ask, keyOf } from "../../lib/server";
import { Button, Card } from "../../ui";
import type { Organisation } from "../shared/shapes";
import type { Other } from "./AppointForm";
import css from "./admin.module.css";
import { officeAddress } from "./Offices";
import type { Account, Person } from "./shapes";
import { Appointing, hands, useHolders } from "./ThreeHands";

const begun = 8;

const administers = (one: Account) => one.roles.some(({ role }) => hands.includes(role));

/** The four steps of an empty house; away as soon as all are done, or the house is plainly at work. */
export function Guide({ offices, add }: { offices: Organisation[]; add: () => void }) {
  const { t, i18n } = useTranslation("admin");
  const [appointing, setAppointing] = useState<Other | null>(null);
  const security = useHolders("security_administrator");
  const auditor = useHolders("auditor");
  const asked = offices.length <= begun ? offices : [];
  const of = <T,>(what: "people" | "accounts") =>
    asked.map((one) => ({
      queryKey: [...keyOf(`/organisations/${one.id}/${what}`), i18n.language],
      queryFn: ({ signal }: { signal: AbortSignal }) => ask<T>(`/organisations/${one.id}/${what}`, {}, signal),
    }));
  const people = useQueries({ queries: of<{ people: Person[] }>("people") });
  const accounts = useQueries({ queries: of<{ accounts: Account[] }>("accounts") });
  const asking = !security.data || !auditor.data;
  if (asked.length === 0 || asking || [...people, ...accounts].some((one) => one.data === undefined)) return null;
  const stand = { security: security.data?.accounts.length, audit: auditor.data?.accounts.length };
  const told = accounts.flatMap((one) => one.data?.accounts ?? []);
  const administrators = new Set(told.filter(administers).map((one) => one.person));
  const serving = people.map((one) => one.data?.people.filter((who) => !administrators.has(who.id)).length ?? 0);
  const entering = accounts.map((one) => one.data?.accounts.filter((who) => !administers(who)).length ?? 0);
  const sum = (counts: number[]) => counts.reduce((so, one) => so + one, 0);
  const inHands = Boolean(stand.security && stand.audit);
  const done = [inHands, offices.length > 1, sum(serving) > 0, sum(entering) > 0];
  if (done.every(Boolean) && appointing === null) return null;
  const next = done.indexOf(false);
  const unstaffed = asked.findLast((_, index) => serving[index] === 0) ?? asked[0];
  const unaccounted = asked.findLast((_, index) => (serving[index] ?? 0) > (entering[index] ?? 0)) ?? asked[0];
  const kind = (step: number) => (next === step ? "primary" : "plain");
  const missing: Other = stand.security ? "auditor" : "security_administrator";
  const verbs: ReactNode[] = [
    inHands ? (
      <Button key="hands" to="/desk/accounts">
        {t("guide.hands.see")}
      </Button>
    ) : (
      <Button key="hands" kind={kind(0)} onClick={() => setAppointing(missing)}>
        {t(`hands.appoint.${missing}`)}
      </Button>
    ),
    <Button key="office" kind={kind(1)} onClick={add}>
      {t("guide.offices.verb")}
    </Button>,
    unstaffed && (
      <Button key="people" kind={kind(2)} to={officeAddress(unstaffed.id)}>
        {t("guide.people.verb")}
      </Button>
    ),
    unaccounted && (
      <Button key="accounts" kind={kind(3)} to={officeAddress(unaccounted.id, "accounts")}>
        {t("guide.accounts.verb")}
      </Button>
    ),
  ];
  return (
    <Card title={t("guide.title")} tone="brand">
      <ol className={css.steps}>
        {(["hands", "offices", "people", "accounts"] as const).map((step, index) => (
          <li key={step} className={css.step} data-done={done[index] || undefined}>
            <span className={css.stepMark}>
              {done[index] ? <Check size={18} role="img" aria-label={t("guide.done")} /> : index + 1}
            </span>
            <span className={css.stepWords}>
              <strong>{t(`guide.${step}.title`)}</strong>
              <span className="dim">{t(`guide.${step}.says`)}</span>
              {(done[index] || index === next) && verbs[index]}
            </span>
          </li>
        ))}
      </ol>
      <Appointing role={appointing} close={() => setAppointing(null)} />
    </Card>
  );
}
