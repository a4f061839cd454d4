// The case conferences to which one is invited, the next to meet first.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { dateTime } from "../../lib/fmt";
import { byId, rowsOf } from "../../lib/onward";
import { Card, Empty, Facts, Onward, Page, ProblemCard, Skeleton, Stack, StatusBadge } from "../../ui";
import { AgencyNav } from "../agency/AgencyNav";
import { SignedIn } from "../informant/guard";
import css from "./consult.module.css";
import type { Consultation } from "./shapes";
import { Tasks } from "./Tasks";
import { useConsultations } from "./useConsulted";

export function Consultations() {
  const { t } = useTranslation("consult");
  return (
    <Page title={t("title")} subtitle={t("says")}>
      <Tasks />
      <List below="/desk/consultations" />
    </Page>
  );
}

/** The same for an agency's officer, among the pages of the agency. */
export function AgencyConsultations() {
  const { t } = useTranslation("consult");
  return (
    <SignedIn who="agency_officer">
      <Page title={t("title")} subtitle={t("says")}>
        <AgencyNav />
        <Tasks />
        <List below="/link/consultations" />
      </Page>
    </SignedIn>
  );
}

function List({ below }: { below: string }) {
  const { t } = useTranslation("consult");
  const list = useConsultations();
  const consultations = rowsOf(list, (page) => page.consultations, byId);
  if (list.error && !consultations) return <ProblemCard error={list.error} retry={() => void list.refetch()} />;
  if (!consultations) return <Skeleton shape="cards" count={2} />;
  if (consultations.length === 0)
    return (
      <Card>
        <Empty>{t("none")}</Empty>
      </Card>
    );
  return (
    <Onward list={list} items={consultations} itemKey={byId}>
      {(one) => <ConsultationCard one={one} below={below} />}
    </Onward>
  );
}

export function stateOf(one: Consultation) {
  if (one.decided_at) return { key: "decided", tone: "ok" } as const;
  return one.advised_at ? ({ key: "advised", tone: "info" } as const) : ({ key: "waiting", tone: "warn" } as const);
}

export function ConsultationCard({ one, below }: { one: Consultation; below: string }) {
  const { t } = useTranslation("consult");
  const state = stateOf(one);
  return (
    <Card
      level={3}
      tone={state.key === "waiting" ? "warn" : "plain"}
      title={<Link to={`${below}/${one.id}`}>{`${one.kind_name} · ${one.place_name}`}</Link>}
      actions={<StatusBadge tone={state.tone}>{t(`state.${state.key}`)}</StatusBadge>}
    >
      <Stack gap={2}>
        <p className={css.words}>{one.question}</p>
        <Facts
          rows={[
            { name: t("meets"), value: dateTime(one.meets_at) },
            { name: t("host"), value: one.host_name },
            { name: t("as"), value: one.invited_as },
          ]}
        />
      </Stack>
    </Card>
  );
}
