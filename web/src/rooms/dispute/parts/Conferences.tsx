// Case conferences: the question, who was asked and what each may see, the advice, the road that was
// decided, and the tasks. For who answers for the dispute and mediates it.
import { BookOpen, CheckCircle2, CircleDashed, UsersRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { dateTime, listed } from "../../../lib/fmt";
import { Button, Card, Deadline, Empty, Facts, Row, Stack, StatusBadge } from "../../../ui";
import { type Conference, type FollowUpTask, known, runs, type Seat } from "../conference";
import css from "../dispute.module.css";
import { usePaperName } from "../forms/ConferenceBoxes";
import { personName, useWords } from "../words";
import { Deeds } from "./Deeds";
import type { PartProps } from "./parts";

export function Conferences(props: PartProps) {
  const { t } = useTranslation("dispute");
  const { file, deeds, open } = props;
  const { conferences } = file.dispute.room;
  const call = deeds.includes("mediation.conference_called") && (
    <Row className="no-print">
      <Button
        kind={conferences.length === 0 ? "primary" : "plain"}
        icon={<UsersRound size={16} aria-hidden />}
        onClick={() => open("mediation.conference_called")}
      >
        {t("conference.call")}
      </Button>
    </Row>
  );
  if (conferences.length === 0)
    return (
      <Card>
        <Empty action={call}>{t("conference.none")}</Empty>
      </Card>
    );
  return (
    <Stack gap={3}>
      <p className="dim">{t("conference.stays")}</p>
      {[...conferences].reverse().map((one) => (
        <OneConference key={one.id} conference={one} {...props} />
      ))}
      {call}
    </Stack>
  );
}

function OneConference({ conference, ...props }: PartProps & { conference: Conference }) {
  const { t } = useTranslation("dispute");
  const { word, choice } = useWords();
  const { file, deeds, open } = props;
  const state = conference.called_off_at ? "calledOff" : conference.decided_at ? "decided" : "running";
  return (
    <Card
      title={t("conference.on", { when: dateTime(conference.meets_at) })}
      actions={
        <StatusBadge tone={state === "decided" ? "ok" : state === "running" ? "info" : "neutral"}>
          {t(`conference.state.${state}`)}
        </StatusBadge>
      }
    >
      <Stack gap={3}>
        <p className={css.words}>
          <strong>{conference.question}</strong>
        </p>
        <Facts
          rows={[
            { name: t("field.conferenceWhy"), value: conference.why },
            { name: t("field.presides"), value: personName(file, conference.presides) },
            {
              name: t("field.sessionPlace"),
              value: [word("by", conference.by), conference.place].filter(Boolean).join(" · "),
            },
          ]}
        />
        <section>
          <h3>{t("conference.seats")}</h3>
          {conference.seats.length === 0 && <p className="dim">{t("conference.nobody")}</p>}
          <ul className={css.calls}>
            {conference.seats.map((one) => (
              <li key={one.id} data-over={one.withdrawn_at ? true : undefined}>
                <OneSeat seat={one} running={runs(conference)} {...props} />
              </li>
            ))}
          </ul>
        </section>
        {conference.decided_at && (
          <section>
            <h3>{t("conference.decision")}</h3>
            <p>
              <strong>{choice("conference_road", conference.road)}</strong>
            </p>
            {conference.reasons && <p className={css.words}>{conference.reasons}</p>}
            <p className="dim">
              {t("conference.decidedBy", {
                who: personName(file, conference.decided_by),
                when: dateTime(conference.decided_at),
              })}
              {conference.papers_until && ` · ${t("conference.until", { when: dateTime(conference.papers_until) })}`}
            </p>
          </section>
        )}
        {conference.tasks.length > 0 && <Tasks tasks={conference.tasks} {...props} />}
        {runs(conference) && (
          <Deeds
            of={["mediation.conference_invited", "mediation.conference_decided", "mediation.conference_called_off"]}
            deeds={deeds}
            open={open}
          />
        )}
      </Stack>
    </Card>
  );
}

function OneSeat({ seat, running, file, deeds, open }: PartProps & { seat: Seat; running: boolean }) {
  const { t } = useTranslation("dispute");
  const { word, choice } = useWords();
  const paperName = usePaperName(file);
  const possible = [
    ...(known(seat.person) ? [] : ["mediation.advice_given"]),
    "mediation.conference_papers_chosen",
    ...(seat.advised_at ? [] : ["mediation.conference_uninvited"]),
  ];
  return (
    <>
      <div className={css.line}>
        <strong>
          <bdi>{seat.name}</bdi>
        </strong>
        <StatusBadge>{word("seat_kind", seat.kind)}</StatusBadge>
        {seat.withdrawn_at ? (
          <StatusBadge tone="neutral">
            {seat.withdrawn_for
              ? t("conference.steppedAside", { ground: choice("conflict", seat.withdrawn_for) })
              : t("conference.takenBack")}
          </StatusBadge>
        ) : (
          <StatusBadge tone={seat.advised_at ? "ok" : "warn"}>
            {seat.advised_at ? t("conference.advised") : t("conference.notYet")}
          </StatusBadge>
        )}
      </div>
      {seat.from && <p className="dim">{seat.from}</p>}
      <p className="dim">
        <BookOpen size={14} aria-hidden />{" "}
        {seat.papers.length > 0
          ? t("conference.sees", { papers: listed(seat.papers.map(paperName)) })
          : t("conference.seesNothing")}
      </p>
      {seat.advice && (
        <blockquote className={css.answer}>
          <p className={css.words}>{seat.advice}</p>
          <p className="dim">
            {seat.basis && `${t("conference.basis", { basis: seat.basis })} · `}
            {seat.advised_at && dateTime(seat.advised_at)}
          </p>
        </blockquote>
      )}
      {running && !seat.withdrawn_at && <Deeds of={possible} about={seat.id} deeds={deeds} open={open} />}
    </>
  );
}

function Tasks({ tasks, file, deeds, open }: PartProps & { tasks: FollowUpTask[] }) {
  const { t } = useTranslation("dispute");
  return (
    <section>
      <h3>{t("field.tasks")}</h3>
      <ul className={css.plain}>
        {tasks.map((one) => (
          <li key={one.id}>
            <div className={css.line}>
              {one.done_at ? <CheckCircle2 size={16} aria-hidden /> : <CircleDashed size={16} aria-hidden />}
              <span className={css.words}>{one.what}</span>
              <Deadline due={one.due} met={one.done_at !== null} />
            </div>
            <p className="dim">
              {personName(file, one.person)}
              {one.done_at && ` · ${t("conference.doneAt", { when: dateTime(one.done_at) })}`}
            </p>
            {one.outcome && <p className={css.words}>{one.outcome}</p>}
            {!one.done_at && <Deeds of={["mediation.conference_task_done"]} about={one.id} deeds={deeds} open={open} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
