// One review: the list, what was found, and its way back and forth until it is closed.
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { newKey } from "../../api";
import { date, dateTime, number } from "../../lib/fmt";
import { keyOf, tell, useAsk } from "../../lib/server";
import { Bidi, Button, Card, Facts, Page, ProblemCard, Row, Skeleton, StatusBadge, toastProblem } from "../../ui";
import { Checklist } from "./Checklist";
import { MendForm, SendBackForm } from "./mending";
import css from "./quality.module.css";
import { type Review, type Round, type Step, toneOf } from "./shapes";

export function ReviewPage() {
  const { t } = useTranslation("quality");
  const { review = "" } = useParams();
  const { data, error, refetch } = useAsk<Review>(`/quality/reviews/${review}`);
  if (data) return <Found said={data} />;
  return (
    <Page title={t("review")} back={{ to: "/desk/quality", label: t("title") }}>
      {error ? <ProblemCard error={error} retry={() => void refetch()} /> : <Skeleton shape="cards" count={3} />}
    </Page>
  );
}

/** Puts the answer of a step in the place of what was shown; lists were read before. */
export function useShowReview() {
  const { i18n } = useTranslation();
  const queries = useQueryClient();
  return (said: Review) => {
    queries.setQueryData([...keyOf(`/quality/reviews/${said.line.id}`), i18n.language], said);
    void queries.invalidateQueries({
      predicate: ({ queryKey }) =>
        String(queryKey[0]).startsWith("/quality/") && queryKey[0] !== `/quality/reviews/${said.line.id}`,
    });
  };
}

function Found({ said }: { said: Review }) {
  const { t } = useTranslation("quality");
  const show = useShowReview();
  const { line } = said;
  const may = (step: Step) => said.allowed.includes(step);
  const [busy, setBusy] = useState("");
  const taken = useRef({ step: "", key: "" });
  const step = async (path: string, verb: "POST" | "DELETE") => {
    if (busy) return;
    const name = `${verb} ${path}`;
    // Said again because no answer came, it is the same step.
    const same = `${name} ${line.version}`;
    if (taken.current.step !== same) taken.current = { step: same, key: newKey() };
    setBusy(name);
    try {
      const deed = { verb, key: taken.current.key, version: line.version };
      show(await tell<Review>(`/quality/reviews/${line.id}/${path}`, verb === "POST" ? {} : null, deed));
    } catch (error) {
      toastProblem(error);
    } finally {
      setBusy("");
    }
  };
  return (
    <Page
      title={t("review")}
      subtitle={
        <>
          <Bidi>{line.number}</Bidi> · {line.kind_name} · {line.committee_name}
        </>
      }
      badges={<StatusBadge tone={line.overdue ? "danger" : toneOf[line.status]}>{line.status_name}</StatusBadge>}
      back={{ to: "/desk/quality", label: t("title") }}
      actions={
        <>
          {may("take") && (
            <Button kind="primary" busy={busy === "POST reviewer"} onClick={() => void step("reviewer", "POST")}>
              {t("step.take")}
            </Button>
          )}
          {may("close") && (
            <Button kind="primary" busy={busy === "POST closing"} onClick={() => void step("closing", "POST")}>
              {t(line.status === "mended" ? "step.confirm" : "step.close")}
            </Button>
          )}
          {may("give_back") && (
            <Button busy={busy === "DELETE reviewer"} onClick={() => void step("reviewer", "DELETE")}>
              {t("step.giveBack")}
            </Button>
          )}
        </>
      }
    >
      <Card title={t("dossier")}>
        <Facts
          rows={[
            { name: t("reviewer"), value: line.reviewer_name && <bdi>{line.reviewer_name}</bdi> },
            { name: t("responsible"), value: line.responsible_name && <bdi>{line.responsible_name}</bdi> },
            { name: t("archived"), value: line.archived_at && dateTime(line.archived_at) },
            { name: t("retention"), value: said.retention_name },
            { name: t("papers"), value: t("papersThere", { there: number(said.there), needed: number(said.needed) }) },
            { name: t("missing"), value: said.missing.join(" · ") },
          ]}
        />
        {said.dispute && (
          <Row>
            <Button to={`/desk/disputes/${said.dispute}`}>{t("openFile")}</Button>
            <Button to={`/desk/disputes/${said.dispute}/print`}>{t("openPapers")}</Button>
          </Row>
        )}
      </Card>
      {said.rounds.length > 0 && <Rounds rounds={said.rounds} />}
      {may("mend") && <MendForm said={said} />}
      {line.status === "mending" && !may("mend") && <p role="status">{t("waitsForMending")}</p>}
      {may("send_back") && <SendBackForm key={`back ${line.version}`} said={said} />}
      <Checklist key={`list ${line.version}`} said={said} />
      <p>
        <Link to={`/desk/quality/samples/${said.sample}`}>{t("toSample")}</Link>
      </p>
    </Page>
  );
}

function Rounds({ rounds }: { rounds: Round[] }) {
  const { t } = useTranslation("quality");
  return (
    <Card title={t("course")}>
      <ol className={css.rounds}>
        {rounds.map((one) => (
          <li key={one.sent_at}>
            <p>
              <strong>{t("sentBack", { at: dateTime(one.sent_at), due: date(one.due) })}</strong>
              {one.words && <span className="block">{one.words}</span>}
            </p>
            {one.mended_at && (
              <p>
                <strong>{t("mendedBy", { at: dateTime(one.mended_at), who: one.mended_by_name })}</strong>
                <span className="block">{one.done}</span>
              </p>
            )}
            {one.decided_at && (
              <p>
                <StatusBadge tone={one.confirmed ? "ok" : "warn"}>
                  {t(one.confirmed ? "confirmed" : "notYet")}
                </StatusBadge>{" "}
                <span className="dim">{dateTime(one.decided_at)}</span>
              </p>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
