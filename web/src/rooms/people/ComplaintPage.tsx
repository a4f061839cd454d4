import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { date, dateTime } from "../../lib/fmt";
import { tell, useAsk } from "../../lib/server";
import {
  Bidi,
  Button,
  Card,
  Deadline,
  Drawer,
  Facts,
  Page,
  ProblemCard,
  Row,
  Skeleton,
  Stack,
  StatusBadge,
  toast,
  toastProblem,
} from "../../ui";
import { useAgain } from "./again";
import { AnswerIt, Decide, Examine } from "./ComplaintForms";
import { PeopleNav } from "./PeopleNav";
import type { Complaint } from "./shapes";
import { complaintTone } from "./tones";

type Step = "examine" | "decide" | "answer";

/** One complaint and its course, as far as this reader may see it. */
export function ComplaintPage() {
  const { t } = useTranslation("people");
  const { complaint = "" } = useParams();
  const page = useAsk<Complaint>(`/complaints/${complaint}`);
  const back = { to: "/desk/complaints", label: t("nav.complaints") };
  if (page.error && !page.data)
    return (
      <Page title={t("nav.complaints")} back={back}>
        <ProblemCard error={page.error} retry={() => void page.refetch()} />
      </Page>
    );
  if (!page.data)
    return (
      <Page title={t("nav.complaints")} back={back}>
        <Skeleton shape="cards" count={3} />
      </Page>
    );
  return <Shown complaint={page.data} />;
}

function Shown({ complaint }: { complaint: Complaint }) {
  const { t } = useTranslation("people");
  const [step, setStep] = useState<Step | null>(null);
  const again = useAgain();
  const done = () => {
    setStep(null);
    again();
    toast(t("saved"));
  };
  const next = (["answer", "decide", "examine"] as Step[]).find((one) => complaint.allowed.includes(one));
  return (
    <Page
      title={t("complaint.of", { name: complaint.person_name })}
      subtitle={`${complaint.kind_name} · ${complaint.organisation_name}`}
      badges={<StatusBadge tone={complaintTone[complaint.status]}>{complaint.status_name}</StatusBadge>}
      back={{ to: "/desk/complaints", label: t("nav.complaints") }}
      actions={(["examine", "decide", "answer"] as Step[])
        .filter((one) => complaint.allowed.includes(one))
        .map((one) => (
          <Button key={one} kind={one === next ? "primary" : "plain"} onClick={() => setStep(one)}>
            {t(`complaint.${one}`)}
          </Button>
        ))}
    >
      <PeopleNav />
      {complaint.waiting.length > 0 && <Waiting complaint={complaint} />}
      <Received complaint={complaint} />
      {complaint.examined_at && <Examined complaint={complaint} />}
      {complaint.outcome && <Decided complaint={complaint} />}
      {complaint.answered_at && <Answered complaint={complaint} />}
      <Drawer open={step !== null} onClose={() => setStep(null)} title={step ? t(`complaint.${step}`) : ""}>
        {step === "examine" && <Examine complaint={complaint} done={done} />}
        {step === "decide" && <Decide complaint={complaint} done={done} />}
        {step === "answer" && <AnswerIt complaint={complaint} done={done} />}
      </Drawer>
    </Page>
  );
}

/** Disputes that lost their mediator by the decision. */
function Waiting({ complaint }: { complaint: Complaint }) {
  const { t } = useTranslation("people");
  return (
    <Card title={t("complaint.waiting", { count: complaint.waiting.length })} tone="danger">
      <p>{t("complaint.waitingSays")}</p>
      <ul>
        {complaint.waiting.map((one) => (
          <li key={one.dispute}>
            <Link to={`/desk/disputes/${one.dispute}`}>
              <Bidi>{one.number}</Bidi>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Received({ complaint }: { complaint: Complaint }) {
  const { t } = useTranslation("people");
  return (
    <Card title={t("complaint.receivedHead")}>
      <Stack gap={3}>
        {complaint.words && <p style={{ whiteSpace: "pre-line" }}>{complaint.words}</p>}
        <Facts
          rows={[
            {
              name: t("complaint.about"),
              value: <Link to={`/desk/people/${complaint.person}`}>{complaint.person_name}</Link>,
            },
            { name: t("complain.broughtBy"), value: complaint.brought_by_name },
            { name: t("complain.complainant"), value: complaint.complainant },
            { name: t("complain.contact"), value: complaint.contact && <Contact complaint={complaint} /> },
            { name: t("complaint.enteredBy"), value: complaint.entered_by_name },
            { name: t("complaint.received"), value: dateTime(complaint.received_at) },
            { name: t("complaint.due"), value: complaint.due_at && <Deadline due={complaint.due_at} full /> },
          ]}
        />
      </Stack>
    </Card>
  );
}

/** Masked; told on asking, and the asking stands in the ledger. */
function Contact({ complaint }: { complaint: Complaint }) {
  const { t } = useTranslation("people");
  const [told, setTold] = useState<string | null>(null);
  const ask = async () => {
    try {
      const { contact } = await tell<{ contact: string | null }>(`/complaints/${complaint.id}/contact`, {});
      setTold(contact);
    } catch (error) {
      toastProblem(error);
    }
  };
  return (
    <Row>
      <Bidi>{told ?? complaint.contact}</Bidi>
      {!told && <Button onClick={() => void ask()}>{t("complaint.show")}</Button>}
    </Row>
  );
}

function Examined({ complaint }: { complaint: Complaint }) {
  const { t } = useTranslation("people");
  return (
    <Card title={t("complaint.examined")}>
      <Facts
        rows={[
          { name: t("complaint.when"), value: complaint.examined_at && dateTime(complaint.examined_at) },
          {
            name: t("complaint.result"),
            value:
              complaint.well_founded === null
                ? null
                : t(complaint.well_founded ? "complaint.found" : "complaint.notFound"),
          },
          { name: t("complaint.findings"), value: complaint.findings },
          { name: t("complaint.heard"), value: complaint.heard },
        ]}
      />
    </Card>
  );
}

function Decided({ complaint }: { complaint: Complaint }) {
  const { t } = useTranslation("people");
  return (
    <Card title={t("complaint.decided")}>
      <Facts
        rows={[
          { name: t("complaint.outcome"), value: complaint.outcome_name },
          { name: t("complaint.by"), value: complaint.decided_by_name },
          { name: t("complaint.on"), value: complaint.decided_on && date(complaint.decided_on) },
          { name: t("complaint.minutes"), value: complaint.minutes },
          { name: t("complaint.note"), value: complaint.note },
        ]}
      />
    </Card>
  );
}

function Answered({ complaint }: { complaint: Complaint }) {
  const { t } = useTranslation("people");
  return (
    <Card title={t("complaint.answered")} tone="ok">
      <Facts
        rows={[
          { name: t("complaint.when"), value: complaint.answered_at && dateTime(complaint.answered_at) },
          { name: t("complaint.how"), value: complaint.answered_by_name },
          { name: t("complaint.answerWords"), value: complaint.answer },
        ]}
      />
    </Card>
  );
}
