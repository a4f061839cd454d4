import { useQueries } from "@tanstack/react-query";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ask, keyOf } from "../../lib/server";
import { Button, Card } from "../../ui";
import type { Organisation } from "../shared/shapes";
import css from "./admin.module.css";
import { officeAddress } from "./Offices";
import type { Account, Person } from "./shapes";

const begun = 8;

/** The three steps of an empty house; away as soon as all are done, or the house is plainly at work. */
export function Guide({ offices, add }: { offices: Organisation[]; add: () => void }) {
  const { t, i18n } = useTranslation("admin");
  const asked = offices.length <= begun ? offices : [];
  const of = <T,>(what: "people" | "accounts") =>
    asked.map((one) => ({
      queryKey: [...keyOf(`/organisations/${one.id}/${what}`), i18n.language],
      queryFn: ({ signal }: { signal: AbortSignal }) => ask<T>(`/organisations/${one.id}/${what}`, {}, signal),
    }));
  const people = useQueries({ queries: of<{ people: Person[] }>("people") });
  const accounts = useQueries({ queries: of<{ accounts: Account[] }>("accounts") });
  if (asked.length === 0 || [...people, ...accounts].some((one) => one.data === undefined)) return null;
  const serving = people.map((one) => one.data?.people.length ?? 0);
  const entering = accounts.map((one) => one.data?.accounts.length ?? 0);
  const sum = (counts: number[]) => counts.reduce((so, one) => so + one, 0);
  const done = [offices.length > 1, sum(serving) > 1, sum(entering) > 1];
  if (done.every(Boolean)) return null;
  const next = done.indexOf(false);
  const unstaffed = asked.findLast((_, index) => serving[index] === 0) ?? asked[0];
  const unaccounted = asked.findLast((_, index) => (serving[index] ?? 0) > (entering[index] ?? 0)) ?? asked[0];
  const verbs: ReactNode[] = [
    <Button key="office" kind={next === 0 ? "primary" : "plain"} onClick={add}>
      {t("guide.offices.verb")}
    </Button>,
    unstaffed && (
      <Button key="people" kind={next === 1 ? "primary" : "plain"} to={officeAddress(unstaffed.id)}>
        {t("guide.people.verb")}
      </Button>
    ),
    unaccounted && (
      <Button key="accounts" kind={next === 2 ? "primary" : "plain"} to={officeAddress(unaccounted.id, "accounts")}>
        {t("guide.accounts.verb")}
      </Button>
    ),
  ];
  return (
    <Card title={t("guide.title")} tone="brand">
      <ol className={css.steps}>
        {(["offices", "people", "accounts"] as const).map((step, index) => (
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
    </Card>
  );
}
