// Where the file stands as a whole: its step, its colours, and what stands above everything.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { beside, date, listed } from "../../../lib/fmt";
import { later } from "../../../lib/later";
import { Bidi, Button, Card, type LoopStep, Row, type Tone } from "../../../ui";
import { toBeAsked } from "../safety";
import type { FileView, Stage } from "../types";
import { openDraft, useFamily, usePartyName, useWords } from "../words";
import { Behind, Opened } from "./Glass";

export const stageTone: Record<Stage, Tone> = {
  requested: "info",
  accepted: "info",
  inviting: "info",
  diverted: "info",
  mediating: "warn",
  agreed: "ok",
  visiting: "ok",
  archived: "neutral",
  advised: "neutral",
  refused: "neutral",
  terminated: "danger",
  transferred: "neutral",
};

export const gradeTone: Record<string, Tone> = { general: "neutral", complex: "warn", major: "danger" };

/** The step of the loop; nothing for a request that never came into the loop. */
export function stepOf(file: FileView): { now: LoopStep; finished: boolean; skipped: LoopStep[] } | null {
  const steps: Partial<Record<Stage, LoopStep>> = {
    requested: "accepted",
    accepted: "diverted",
    inviting: "diverted",
    diverted: "diverted",
    mediating: openDraft(file) ? "agreement" : "mediating",
    agreed: "performing",
    visiting: "visiting",
    terminated: "visiting",
    archived: "archived",
  };
  const now = steps[file.dispute.stage];
  const { termination, agreements } = file.dispute;
  const without = termination !== null && !agreements.some((one) => one.effective_at);
  const skipped: LoopStep[] = without ? ["agreement", "performing"] : [];
  return now ? { now, finished: file.dispute.stage === "archived", skipped } : null;
}

const merged = "acceptance.merged";

const known = (key: string | undefined) => key !== undefined && key !== "" && !/^0+$/.test(key);

/** A family: who may sit with whom is asked of each alone, before anybody is invited. */
function AskFirst({ file, open }: { file: FileView; open: (deed: string, about?: string) => void }) {
  const { t } = useTranslation("dispute");
  const nameOf = usePartyName(file);
  const family = useFamily(file);
  const deed = "mediation.safety_asked";
  const unasked = family && file.sight.sealed && file.allowed.includes(deed) ? toBeAsked(file) : [];
  if (unasked.length === 0) return null;
  return (
    <Card tone="warn">
      <p>{t("safety.askFirst", { names: listed(unasked.map((one) => nameOf(one.id))) })}</p>
      <Row className="no-print">
        {unasked.map((one) => (
          <Button key={one.id} onClick={() => open(deed, one.id)}>
            {t("safety.askNow", { name: nameOf(one.id) })}
          </Button>
        ))}
      </Row>
    </Card>
  );
}

/** Somebody who may act for a child is missing: nothing can be agreed for it before. */
function Lacking({ file, open }: { file: FileView; open: (deed: string, about?: string) => void }) {
  const { t } = useTranslation("dispute");
  const nameOf = usePartyName(file);
  return file.lacks.map((one) => (
    <Card key={one.party} tone="warn">
      <strong>
        <Bidi>{nameOf(one.party)}</Bidi>
      </strong>
      <p>{one.says}</p>
      {one.article && <p className="dim">{beside(one.article.law, one.article.article)}</p>}
      {file.allowed.includes(one.deed) && (
        <Row className="no-print">
          <Button onClick={() => open(one.deed, one.party)}>{t("nameGuardian", { name: nameOf(one.party) })}</Button>
        </Row>
      )}
    </Card>
  ));
}

// Only requests have them, and only for whoever may merge.
const TwinsOfFile = later(() => import("../../intake/Twins").then((file) => file.TwinsOfFile), null);

/** What changes how everything below is to be read: closed, merged, reopened, a red danger. */
export function Banners({ file, open }: { file: FileView; open: (deed: string, about?: string) => void }) {
  const { t } = useTranslation("dispute");
  const { word, choice } = useWords();
  const { dispute } = file;
  const link = (key: string, says: string) => (
    <p>
      <Link to={`/desk/disputes/${key}`}>{says}</Link>
    </p>
  );
  const over = dispute.closed_as !== null || dispute.stage === "archived";
  const lists = { advised: "advice", refused: "refusal", transferred: "transfer", merged: "advice" } as const;
  const danger = dispute.risks.filter((one) => one.level === "red" && !one.cleared_at);
  return (
    <>
      <Behind file={file} open={open} />
      {danger.length > 0 && (
        <Card tone="danger">
          <strong>{t("redRisk", { kinds: listed(danger.map((one) => word("risk_kind", one.kind))) })}</strong>
        </Card>
      )}
      <Lacking file={file} open={open} />
      <AskFirst file={file} open={open} />
      {dispute.stage === "requested" && file.allowed.includes(merged) && (
        <TwinsOfFile file={file} merge={(into) => open(merged, into)} />
      )}
      <Opened file={file} />
      {over && (
        <Card tone="info">
          <strong>
            {t("over", { stage: dispute.closed_as === "merged" ? word("closing", "merged") : file.stage_name })}
          </strong>
          {dispute.closed_as && dispute.closing_reason && (
            <p>{choice(lists[dispute.closed_as as "refused"] ?? "refusal", dispute.closing_reason)}</p>
          )}
          {dispute.closing_note && <p>{dispute.closing_note}</p>}
          {dispute.remedies.length > 0 && (
            <p>{t("remediesTold", { remedies: listed(dispute.remedies.map((one) => choice("remedy", one))) })}</p>
          )}
          {dispute.archived_at && <p className="dim">{t("archivedOn", { when: date(dispute.archived_at) })}</p>}
        </Card>
      )}
      {dispute.termination && (
        <Card tone="warn">
          <strong>{t("endedWithout", { reason: choice("termination", dispute.termination.reason) })}</strong>
          <p>
            {t("remediesTold", {
              remedies: listed(dispute.termination.remedies.map((one) => choice("remedy", one))),
            })}
          </p>
          {dispute.termination.note && <p>{dispute.termination.note}</p>}
          <p className="dim">
            {dispute.termination.delivered_at
              ? t("delivered", { when: date(dispute.termination.delivered_at) })
              : t("notDelivered")}
          </p>
        </Card>
      )}
      {(known(dispute.original) || known(dispute.reopened_as) || known(dispute.merged_into)) && (
        <Card tone="info">
          {known(dispute.original) && link(dispute.original, t("reopens"))}
          {known(dispute.reopened_as) && link(dispute.reopened_as, t("reopenedAs"))}
          {known(dispute.merged_into) && link(dispute.merged_into, t("mergedInto"))}
        </Card>
      )}
    </>
  );
}
