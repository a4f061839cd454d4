// One call: what is asked, by when, who calls, who else comes, what was recorded together, and what
// the department may do now.
import { useQueryClient } from "@tanstack/react-query";
import { Check, CircleDashed, DoorOpen, MapPinCheck, MessageSquareText, Undo2, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { newKey } from "../../api";
import { dateTime } from "../../lib/fmt";
import { tell, useAsk } from "../../lib/server";
import {
  Bidi,
  Button,
  Card,
  confirm,
  Deadline,
  Facts,
  Modal,
  Page,
  ProblemCard,
  Row,
  Skeleton,
  Stack,
  StatusBadge,
  toast,
  toastProblem,
} from "../../ui";
import { callTone } from "../dispute/calls";
import { SignedIn } from "../informant/guard";
import { ShownPapers } from "../papers/ShownPapers";
import type { CallAsked } from "../shared/shapes";
import css from "./agency.module.css";
import { AnswerForm, DeclineForm } from "./callForms";

export function CallPage() {
  return (
    <SignedIn who="agency_officer">
      <Look />
    </SignedIn>
  );
}

function Look() {
  const { t } = useTranslation("agency");
  const { call = "" } = useParams();
  const asked = useAsk<CallAsked>(`/calls/${call}`);
  const one = asked.data;
  return (
    <Page
      title={one ? one.kind_name : t("joint.one")}
      back={{ to: "/link/calls", label: t("nav.calls") }}
      badges={one && <StatusBadge tone={callTone[one.state]}>{one.state_name}</StatusBadge>}
      subtitle={one && [one.number, one.place_name].filter(Boolean).join(" · ")}
    >
      {asked.error && !one && <ProblemCard error={asked.error} retry={() => void asked.refetch()} />}
      {!one && !asked.error && <Skeleton shape="cards" count={3} />}
      {one && (
        <>
          <Asked call={one} />
          <Others call={one} />
          <Records call={one} />
          <ShownPapers call={one.id} />
        </>
      )}
    </Page>
  );
}

function Asked({ call }: { call: CallAsked }) {
  const { t } = useTranslation("agency");
  return (
    <Card title={t("joint.asked")} tone={call.overdue ? "danger" : "brand"}>
      <Stack gap={4}>
        {call.need ? <p className={css.need}>{call.need}</p> : <p className="dim">{t("joint.closedToYou")}</p>}
        {call.owes && call.due_at && (
          <p>
            <strong>{t(`joint.owes.${call.owes}`)}</strong> <Deadline due={call.due_at} full />
          </p>
        )}
        <Verbs call={call} />
        <Facts
          rows={[
            { name: t("joint.by"), value: call.host_name },
            { name: t("mediator"), value: call.mediator_name },
            {
              name: t("joint.phone"),
              value: call.host_phone && (
                <a href={`tel:${call.host_phone}`}>
                  <Bidi>{call.host_phone}</Bidi>
                </a>
              ),
            },
            { name: t("parties"), value: call.parties },
            { name: t("joint.calledAt"), value: dateTime(call.called_at) },
            { name: t("joint.because"), value: call.decline_reason },
          ]}
        />
        <Course call={call} />
      </Stack>
    </Card>
  );
}

/** Arrived, answered, handed back: each with its time, or by when. */
function Course({ call }: { call: CallAsked }) {
  const { t } = useTranslation("agency");
  if (call.state === "declined" || call.state === "called_off") return null;
  const step = (done: string | null, name: string, more?: ReactNode) => (
    <li>
      {done ? <Check size={16} aria-hidden /> : <CircleDashed size={16} aria-hidden />}
      <span>
        {name} <span className="dim">{done ? dateTime(done) : more}</span>
      </span>
    </li>
  );
  return (
    <ol className={css.course}>
      {step(call.arrived_at, t("joint.arrived"), t("joint.until", { when: dateTime(call.arrive_by) }))}
      {step(call.answered_at, t("joint.answered"), t("joint.until", { when: dateTime(call.answer_by) }))}
      {call.answer && (
        <li className={css.answer}>
          <span className={css.words}>{call.answer}</span>
          {call.by_host && <span className="dim block">{t("joint.byHost")}</span>}
        </li>
      )}
      {step(call.ended_at, t(call.state === "closed" ? "joint.closed" : "joint.handedBack"))}
    </ol>
  );
}

type Verb = "accept" | "decline" | "arrived" | "answer" | "handBack";
const verbs: Record<string, { verb: Verb; icon: typeof Check; path?: string }> = {
  "mediation.call_accepted": { verb: "accept", icon: Check, path: "acceptance" },
  "mediation.department_arrived": { verb: "arrived", icon: MapPinCheck, path: "arrival" },
  "mediation.call_answered": { verb: "answer", icon: MessageSquareText },
  "mediation.call_ended": { verb: "handBack", icon: Undo2, path: "return" },
  "mediation.call_declined": { verb: "decline", icon: X },
};

/** What may be done now; the first is what is expected next. */
function Verbs({ call }: { call: CallAsked }) {
  const { t } = useTranslation("agency");
  const queries = useQueryClient();
  const [form, setForm] = useState<"answer" | "decline" | null>(null);
  const [busy, setBusy] = useState(false);
  const again = (says: string) => {
    setForm(null);
    void queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith("/calls") });
    toast(says);
  };
  const act = async (verb: Verb, path: string) => {
    if (verb === "handBack") {
      const yes = await confirm({
        title: t("joint.handBackQuestion"),
        says: t("joint.handBackSays"),
        verb: t("verb.handBack"),
      });
      if (!yes) return;
    }
    setBusy(true);
    try {
      await tell<CallAsked>(`/calls/${call.id}/${path}`, {}, { verb: "PUT", key: newKey() });
      again(t(`did.${verb}`));
    } catch (error) {
      toastProblem(error);
      void queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith("/calls") });
    } finally {
      setBusy(false);
    }
  };
  const possible = Object.entries(verbs).filter(([deed]) => call.may.includes(deed));
  // What the host answered in its place is put right, not answered anew.
  const said = (verb: Verb) => (verb === "answer" && call.by_host ? "correct" : verb);
  if (possible.length === 0) return null;
  return (
    <Row className="no-print">
      {possible.map(([deed, { verb, icon: Icon, path }], nth) => (
        <Button
          key={deed}
          kind={nth === 0 ? "primary" : "plain"}
          icon={<Icon size={18} aria-hidden />}
          disabled={busy}
          onClick={() => (path ? void act(verb, path) : setForm(verb as "answer" | "decline"))}
        >
          {t(`verb.${said(verb)}`)}
        </Button>
      ))}
      <Modal open={form !== null} onClose={() => setForm(null)} title={form ? t(`verb.${said(form)}`) : ""}>
        {form === "answer" && <AnswerForm call={call} done={() => again(t(`did.${said("answer")}`))} />}
        {form === "decline" && <DeclineForm call={call} done={() => again(t("did.decline"))} />}
      </Modal>
    </Row>
  );
}

function Others({ call }: { call: CallAsked }) {
  const { t } = useTranslation("agency");
  if (call.companions.length === 0) return null;
  return (
    <Card title={t("joint.others")}>
      <ul className={css.others}>
        {call.companions.map((one) => (
          <li key={one.organisation_name + one.arrive_by}>
            <Row gap={1}>
              <DoorOpen size={16} aria-hidden />
              <strong>{one.organisation_name}</strong>
              <StatusBadge tone={callTone[one.state]}>{one.state_name}</StatusBadge>
              {one.overdue && <StatusBadge tone="danger">{t("joint.late")}</StatusBadge>}
            </Row>
            <p className="dim">
              {t("joint.clocks", { arrive: dateTime(one.arrive_by), answer: dateTime(one.answer_by) })}
            </p>
            {one.answer && <p className={css.words}>{one.answer}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Records({ call }: { call: CallAsked }) {
  const { t } = useTranslation("agency");
  if (call.records.length === 0) return null;
  return (
    <Card title={t("joint.records")}>
      <Stack gap={3}>
        {call.records.map((one) => (
          <div key={one.held_at}>
            <p className="dim">{dateTime(one.held_at)}</p>
            <p className={css.words}>{one.text}</p>
          </div>
        ))}
      </Stack>
    </Card>
  );
}
