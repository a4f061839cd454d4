import { CirclePlus, Megaphone } from "lucide-react";
import { useTranslation } from "react-i18next";
import { date, dateTime, money, number } from "../../lib/fmt";
import { byId, rowsOf, useOnward } from "../../lib/onward";
import {
  Bidi,
  Button,
  Card,
  Deadline,
  Empty,
  Facts,
  Onward,
  Page,
  ProblemCard,
  Row,
  Skeleton,
  Stack,
  StatusBadge,
} from "../../ui";
import { SignedIn } from "../informant/guard";
import { toneOfReferral } from "../referrals/tones";
import type { Feedback, Referral, Referrals } from "../shared/shapes";
import { toneOf } from "../work/stages";
import { AgencyNav, useCalls } from "./AgencyNav";

/** An agency's own hand-overs, each with what has come back. */
export function MyReferrals() {
  return (
    <SignedIn who="agency_officer">
      <List />
    </SignedIn>
  );
}

function List() {
  const { t } = useTranslation("agency");
  const list = useOnward<Referrals>("/referrals");
  const referrals = rowsOf(list, (page) => page.referrals, byId);
  const add = (
    <Button kind="primary" to="/link/new" icon={<CirclePlus size={18} aria-hidden />}>
      {t("refer")}
    </Button>
  );
  return (
    <Page title={t("title")} subtitle={t("says")} actions={add}>
      <AgencyNav />
      <CallsWaiting />
      {list.error && !list.data && <ProblemCard error={list.error} retry={() => void list.refetch()} />}
      {!list.data && !list.error && <Skeleton shape="cards" count={3} />}
      {referrals?.length === 0 && (
        <Card>
          <Empty action={add}>{t("none")}</Empty>
        </Card>
      )}
      {referrals && (
        <Onward list={list} items={referrals} itemKey={byId} gap={4}>
          {(one) => <Referred referral={one} />}
        </Onward>
      )}
    </Page>
  );
}

/** Calls that owe something stand above everything: their clocks are counted in minutes. */
function CallsWaiting() {
  const { t } = useTranslation("agency");
  const { calls, owing = 0 } = useCalls().data?.pages[0] ?? {};
  const first = calls?.[0]; // what is due soonest stands first
  if (!first?.due_at) return null;
  return (
    <Card title={t("joint.waiting", { count: owing })} tone={first.overdue ? "danger" : "warn"}>
      <Stack gap={3}>
        <p>
          {first.host_name} · {first.kind_name} <Deadline due={first.due_at} />
        </p>
        <Row>
          <Button
            to={owing === 1 ? `/link/calls/${first.id}` : "/link/calls"}
            icon={<Megaphone size={18} aria-hidden />}
          >
            {t("joint.open")}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}

function Referred({ referral }: { referral: Referral }) {
  const { t } = useTranslation("agency");
  return (
    <Card
      title={<bdi>{referral.reference}</bdi>}
      actions={<StatusBadge tone={toneOfReferral(referral.status)}>{referral.status_name}</StatusBadge>}
    >
      <Stack gap={3}>
        <Facts
          rows={[
            { name: t("parties"), value: referral.request?.parties.map((one) => one.name).join(" / ") },
            { name: t("desk"), value: referral.desk_name },
            { name: t("sent"), value: dateTime(referral.sent_at) },
            {
              name: t("answerDue"),
              value: referral.status === "sent" && referral.answer_due ? <Deadline due={referral.answer_due} /> : null,
            },
            { name: t("answerBy"), value: referral.answer_by && date(referral.answer_by) },
            { name: t("because"), value: referral.decline_reason },
            { name: t("note"), value: referral.decline_note },
          ]}
        />
        {referral.feedback && <Back feedback={referral.feedback} />}
      </Stack>
    </Card>
  );
}

/** What comes back: the result, never what was said in the room. */
function Back({ feedback }: { feedback: Feedback }) {
  const { t } = useTranslation("agency");
  return (
    <Card level={3} title={t("feedback")} tone={feedback.risk_remains ? "danger" : "info"}>
      <Stack gap={3}>
        <Facts
          rows={[
            {
              name: t("stage"),
              value: <StatusBadge tone={toneOf(feedback.stage)}>{feedback.stage_name}</StatusBadge>,
            },
            { name: t("number"), value: feedback.number && <Bidi>{feedback.number}</Bidi> },
            { name: t("office"), value: feedback.organisation_name },
            { name: t("mediator"), value: feedback.mediator_name },
            { name: t("legalDue"), value: feedback.legal_due && <Deadline due={feedback.legal_due} /> },
            { name: t("ended"), value: feedback.ended_because },
            { name: t("remedies"), value: feedback.remedies.join(" · ") },
            { name: t("concluded"), value: feedback.concluded_at && date(feedback.concluded_at) },
            { name: t("risk"), value: feedback.risk_remains ? t("riskRemains") : null },
          ]}
        />
        {feedback.agreements.map((one) => (
          <div key={one.number + one.effective_at}>
            <p>
              <strong>{t(one.oral ? "oral" : "written")}</strong> {one.number && <Bidi>{one.number}</Bidi>} ·{" "}
              {date(one.effective_at)}
            </p>
            {one.terms && <p>{one.terms}</p>}
            <p className="dim">
              {t("promises", { kept: number(kept(one.promises)), all: number(one.promises.length) })}
            </p>
            <ul>
              {one.promises.map((promise) => (
                <li key={promise.what + promise.due}>
                  {promise.what}
                  {promise.amount !== null && ` · ${money(promise.amount)}`} · {date(promise.due)} ·{" "}
                  {t(`states.${promise.state}`)}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </Stack>
    </Card>
  );
}

function kept(promises: { state: string }[]): number {
  return promises.filter((one) => one.state === "performed" || one.state === "late" || one.state === "waived").length;
}
