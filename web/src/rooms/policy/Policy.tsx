import { Check, Minus, UserCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../lib/server";
import { Card, Page, ProblemCard, Scroll, Skeleton } from "../../ui";
import type { PolicyView } from "../shared/shapes";
import css from "./policy.module.css";

/** Who may do what, and who sees what: the tables that decide, as they are. */
export function Policy() {
  const { t } = useTranslation("policy");
  const { data, error, refetch } = useAsk<PolicyView>("/policy");
  if (!data)
    return (
      <Page title={t("title")}>
        {error ? <ProblemCard error={error} retry={() => void refetch()} /> : <Skeleton shape="cards" count={3} />}
      </Page>
    );
  return (
    <Page title={t("title")} subtitle={t("subtitle")}>
      <Card title={t("classes.title")} flush>
        <Classes policy={data} />
      </Card>
      <Card title={t("rights.title")} flush>
        <p className={css.says}>{t("rights.says")}</p>
        <Rights policy={data} />
      </Card>
      <Card title={t("deeds.title")} flush>
        <p className={css.says}>{t("deeds.says")}</p>
        <Deeds policy={data} />
      </Card>
    </Page>
  );
}

function Mark({ yes, person }: { yes: boolean; person?: boolean }) {
  const { t } = useTranslation("policy");
  const says = !yes ? t("no") : person ? t("inPerson") : t("yes");
  return (
    <span className={yes ? css.yes : css.no} title={says}>
      {!yes ? (
        <Minus size={16} aria-hidden />
      ) : person ? (
        <UserCheck size={18} aria-hidden />
      ) : (
        <Check size={18} aria-hidden />
      )}
      <span className="hidden-visually">{says}</span>
    </span>
  );
}

function Classes({ policy }: { policy: PolicyView }) {
  const { t } = useTranslation("policy");
  return (
    <Scroll label={t("table", { of: t("classes.title") })}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t("classes.who")}</th>
            <th scope="col">{t("classes.open")}</th>
            <th scope="col">{t("classes.personal")}</th>
            <th scope="col">{t("classes.contacts")}</th>
            <th scope="col">{t("classes.counsel")}</th>
            <th scope="col">{t("classes.sealed")}</th>
          </tr>
        </thead>
        <tbody>
          {policy.relations.map((one) => (
            <tr key={one.key}>
              <th scope="row">
                {one.name}
                <span className={css.about}>{one.says}</span>
              </th>
              <td>
                <Mark yes={one.sees.open} />
              </td>
              <td>
                <Mark yes={one.sees.personal} />
              </td>
              <td>
                <Mark yes={one.sees.contacts} />
              </td>
              <td>
                <Mark yes={one.sees.counsel} />
              </td>
              <td>
                <Mark yes={one.sees.sealed} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function RoleHeads({ policy, first }: { policy: PolicyView; first: string }) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {policy.roles.map((role) => (
          <th key={role.key} scope="col">
            {role.name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Held({ policy, right }: { policy: PolicyView; right: string }) {
  const holders = policy.rights.find((one) => one.key === right)?.holders ?? [];
  return (
    <>
      {policy.roles.map((role) => {
        const holder = holders.find((one) => one.role === role.key);
        return (
          <td key={role.key}>
            <Mark yes={holder !== undefined} person={holder?.in_person} />
          </td>
        );
      })}
    </>
  );
}

function Rights({ policy }: { policy: PolicyView }) {
  const { t } = useTranslation("policy");
  const open = ["anyone", "signed_in"];
  return (
    <Scroll label={t("table", { of: t("rights.title") })}>
      <table className={css.table}>
        <RoleHeads policy={policy} first={t("rights.right")} />
        <tbody>
          {policy.rights
            .filter((one) => !open.includes(one.key))
            .map((one) => (
              <tr key={one.key}>
                <th scope="row">{one.name}</th>
                <Held policy={policy} right={one.key} />
              </tr>
            ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Deeds({ policy }: { policy: PolicyView }) {
  const { t } = useTranslation("policy");
  return (
    <Scroll label={t("table", { of: t("deeds.title") })}>
      <table className={css.table}>
        <RoleHeads policy={policy} first={t("deeds.deed")} />
        <tbody>
          {policy.deeds.map((one) => (
            <tr key={one.key}>
              <th scope="row">
                {one.name}
                <span className={css.about}>{policy.rights.find((right) => right.key === one.right)?.name}</span>
              </th>
              <Held policy={policy} right={one.right} />
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
