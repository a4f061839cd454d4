// Joint mediation: departments that were called, what is needed of each, and how its clock stands.
import { Clock, Megaphone } from "lucide-react";
import { useTranslation } from "react-i18next";
import { dateTime } from "../../../lib/fmt";
import { Button, Deadline, Row, StatusBadge } from "../../../ui";
import { callTone, isLate, running, runs, stateOfCall } from "../calls";
import css from "../dispute.module.css";
import type { Call } from "../types";
import { organisationName, useWords } from "../words";
import { Deeds } from "./Deeds";
import type { PartProps } from "./parts";

export function Joint({ file, deeds, open }: PartProps) {
  const { t } = useTranslation("dispute");
  const { dispute } = file;
  const { calls } = dispute.room;
  const may = deeds.includes("mediation.department_called");
  if (calls.length === 0 && !may) return null;
  // Those that still owe something stand first.
  const sorted = [...running(dispute), ...calls.filter((one) => !runs(dispute, one))];
  return (
    <section>
      <h3>{t("joint.title")}</h3>
      {calls.length === 0 && <p className="dim">{t("joint.none")}</p>}
      <ul className={css.calls}>
        {sorted.map((one) => (
          <li key={one.id} data-over={!runs(dispute, one) || undefined}>
            <OneCall call={one} file={file} deeds={deeds} open={open} />
          </li>
        ))}
      </ul>
      {may && (
        <Row className="no-print">
          <Button icon={<Megaphone size={16} aria-hidden />} onClick={() => open("mediation.department_called")}>
            {t("act.call")}
          </Button>
        </Row>
      )}
    </section>
  );
}

function OneCall({ call, file, deeds, open }: PartProps & { call: Call }) {
  const { t } = useTranslation("dispute");
  const { choice } = useWords();
  const { dispute } = file;
  const state = stateOfCall(dispute, call);
  const next = file.calls.find((one) => one.call === call.id);
  const possible = [
    !call.arrived_at && !call.answered_at && "mediation.department_arrived",
    isLate(dispute, call) && "mediation.call_answered",
    "mediation.call_ended",
  ].filter((one): one is string => one !== false);
  return (
    <>
      <div className={css.line}>
        <strong>{organisationName(file, call.organisation)}</strong>
        <StatusBadge tone={callTone[state]}>{t(`joint.state.${state}`)}</StatusBadge>
        {next && (
          <span className={css.line}>
            {t(`joint.owes.${next.owes}`)} <Deadline due={next.due_at} />
          </span>
        )}
      </div>
      {call.need && <p className={css.words}>{call.need}</p>}
      <p className="dim">
        <Clock size={14} aria-hidden />{" "}
        {t("joint.clocks", { arrive: dateTime(call.arrive_by), answer: dateTime(call.answer_by) })}
      </p>
      {call.arrived_at && <p className="dim">{t("joint.arrivedAt", { when: dateTime(call.arrived_at) })}</p>}
      {call.declined_at && (
        <p className="dim">
          {t("joint.declined", { reason: choice("call_decline", call.decline_reason) })}
          {call.decline_note && ` · ${call.decline_note}`}
        </p>
      )}
      {call.answer && (
        <blockquote className={css.answer}>
          <p className={css.words}>{call.answer}</p>
          <p className="dim">
            {call.answered_at && dateTime(call.answered_at)}
            {call.by_host && ` · ${t("joint.byHost")}`}
          </p>
        </blockquote>
      )}
      {runs(dispute, call) && <Deeds of={possible} about={call.id} deeds={deeds} open={open} />}
    </>
  );
}
