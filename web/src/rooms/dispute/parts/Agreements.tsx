// Agreements with their signatures, and each promise with what was done of it.
import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import { now } from "../../../lib/clock";
import { date, dateTime, isoDay, listed } from "../../../lib/fmt";
import { Bidi, Button, Card, Deadline, Empty, Facts, Money, Row, Stack, StatusBadge, type Tone } from "../../../ui";
import { Attached } from "../../papers/Papers";
import css from "../dispute.module.css";
import { directionOf } from "../forms/SecondBox";
import { promisedTo, sumOf } from "../shares";
import type { Agreement, Obligation } from "../types";
import { paid, usePartyName, useWords } from "../words";
import { Confirming } from "./Confirming";
import { Deeds } from "./Deeds";
import { DraftLookedAt } from "./LookedAt";
import type { PartProps } from "./parts";
import { RoadsButton } from "./Roads";
import { Signing } from "./Signing";

export function Agreements(props: PartProps) {
  const { t } = useTranslation("dispute");
  const { file, deeds, open } = props;
  if (file.dispute.agreements.length === 0)
    return (
      <Card>
        <Empty
          action={
            <Row>
              {deeds.includes("resolution.agreement_drafted") && (
                <Button kind="primary" onClick={() => open("resolution.agreement_drafted")}>
                  {t("draftFirst")}
                </Button>
              )}
              {deeds.includes("resolution.orally_agreed") && (
                <Button onClick={() => open("resolution.orally_agreed")}>{t("oralFirst")}</Button>
              )}
            </Row>
          }
        >
          {t("noAgreement")}
        </Empty>
      </Card>
    );
  return (
    <Stack gap={3}>
      <StillTalkedAbout file={file} />
      {file.dispute.agreements.map((one) => (
        <OneAgreement key={one.id} agreement={one} {...props} />
      ))}
    </Stack>
  );
}

function OneAgreement({ agreement, ...props }: PartProps & { agreement: Agreement }) {
  const { t } = useTranslation("dispute");
  const { file, deeds, open } = props;
  const { word } = useWords();
  const nameOf = usePartyName(file);
  const { effective_at } = agreement;
  const title = agreement.oral ? t("oralAgreement") : t("writtenAgreement");
  return (
    <Card
      title={agreement.number ? `${title} · ${agreement.number}` : title}
      actions={
        <Row gap={1}>
          {!agreement.ends_dispute && <StatusBadge>{t("partial")}</StatusBadge>}
          {effective_at ? (
            <StatusBadge tone="ok">{t("effective", { when: date(effective_at) })}</StatusBadge>
          ) : (
            <StatusBadge tone="warn">{t("draft")}</StatusBadge>
          )}
        </Row>
      }
    >
      <Stack gap={3}>
        <Facts
          rows={[
            { name: t("field.parties"), value: listed(agreement.parties.map(nameOf)) },
            { name: t("field.facts"), value: agreement.facts && <span className={css.words}>{agreement.facts}</span> },
            { name: t("field.terms"), value: agreement.terms && <span className={css.words}>{agreement.terms}</span> },
            { name: t("field.breach"), value: agreement.breach },
            {
              name: t("field.third_parties"),
              value: agreement.third_parties && word("third_parties", agreement.third_parties),
            },
            { name: t("field.copies"), value: agreement.oral ? "" : String(agreement.copies) },
          ]}
        />
        <NamesBorne agreement={agreement} file={file} />
        {agreement.second && <SecondText agreement={agreement} />}
        {!agreement.oral && <Signing agreement={agreement} {...props} />}
        {!agreement.oral && (
          <Attached file={file} about={{ agreement: agreement.id }} verb={t("attach.agreement")} open={open} />
        )}
        {agreement.obligations.map((one) => (
          <OnePromise key={one.id} promise={one} bound={effective_at !== null} {...props} />
        ))}
        <Shares agreement={agreement} file={file} />
        {!agreement.oral && <Confirming agreement={agreement} {...props} />}
        {!effective_at && !agreement.oral && <DraftLookedAt agreement={agreement} {...props} />}
        {!effective_at && (
          <Deeds
            of={["resolution.agreement_drafted", "resolution.mediator_signed", "resolution.sealed"]}
            deeds={deeds}
            open={open}
          />
        )}
      </Stack>
    </Card>
  );
}

/** A party's entry was mended since: the text keeps the name that it was drawn up and signed with. */
function NamesBorne({ agreement, file }: Pick<PartProps, "file"> & { agreement: Agreement }) {
  const { t } = useTranslation("dispute");
  const nameOf = usePartyName(file);
  return agreement.names
    .filter((one) => one.name && one.name !== nameOf(one.party))
    .map((one) => (
      <p key={one.party} className="dim">
        {t("nameBorne", { name: one.name, now: nameOf(one.party) })}
      </p>
    ));
}

/** Of each group what its members get, and whether that makes what is promised to it. */
function Shares({ agreement, file }: Pick<PartProps, "file"> & { agreement: Agreement }) {
  const { t } = useTranslation("dispute");
  const nameOf = usePartyName(file);
  return agreement.shares.map((group) => {
    const members = file.dispute.parties.find((one) => one.id === group.party)?.members ?? [];
    const sum = sumOf(group.shares);
    const whole = promisedTo(group.party, agreement.obligations);
    return (
      <details key={group.party} data-shares={sum === whole ? "whole" : "differ"}>
        <summary>
          {t("shares.title", { group: nameOf(group.party), count: group.shares.length })} <Money fen={sum} />{" "}
          {sum !== whole && <StatusBadge tone="warn">{t(sum < whole ? "shares.less" : "shares.more")}</StatusBadge>}
        </summary>
        <ul className={css.plain}>
          {group.shares.map((one) => (
            <li key={one.member}>
              {members.find((member) => member.id === one.member)?.name ?? t("unknownParty")} <Money fen={one.amount} />
            </li>
          ))}
        </ul>
        {group.why && (
          <p className={css.words}>
            <span className="dim">{t("shares.why")}</span> {group.why}
          </p>
        )}
      </details>
    );
  });
}

/** A part is agreed: what is still open, and that mediation goes on about it. */
function StillTalkedAbout({ file }: Pick<PartProps, "file">) {
  const { t } = useTranslation("dispute");
  const { agreements, room, concluded_at } = file.dispute;
  const inEffect = agreements.filter((one) => one.effective_at);
  if (inEffect.length === 0 || concluded_at) return null;
  const settled = new Set(inEffect.flatMap((one) => one.issues));
  const open = room.issues.filter((one) => !settled.has(one.id));
  return (
    <Card tone="info" title={t("inPart.title")}>
      <p>{t(open.length > 0 ? "inPart.open" : "inPart.unnamed")}</p>
      {open.length > 0 && (
        <ul>
          {open.map((one) => (
            <li key={one.id}>{one.title}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** The second text, folded away: who translated it, who has read it, and which one governs. */
function SecondText({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation("dispute");
  const { word } = useWords();
  const second = agreement.second;
  if (!second) return null;
  const text = [second.facts, second.terms, ...agreement.obligations.map((one) => one.second), second.breach];
  return (
    <details>
      <summary>
        {t("second.shown", { language: word("tongue", second.language) })}
        {!second.proof_reader && (
          <>
            {" "}
            <StatusBadge tone="warn">{t("second.notProofRead")}</StatusBadge>
          </>
        )}
      </summary>
      <Stack gap={2}>
        <Facts
          rows={[
            { name: t("second.translator"), value: second.translator },
            { name: t("second.proofReader"), value: second.proof_reader },
            { name: t("second.governs"), value: word("tongue", second.governs) },
          ]}
        />
        {text
          .filter((one): one is string => Boolean(one))
          .map((one) => (
            <p key={one} className={css.words} lang={second.language} dir={directionOf(second.language)}>
              {one}
            </p>
          ))}
      </Stack>
    </details>
  );
}

const promiseTone: Record<string, Tone> = {
  open: "info",
  performed: "ok",
  late: "warn",
  waived: "neutral",
  breached: "danger",
};

/** Broken, or its day has passed and nothing was noted. */
const notKept = (promise: Obligation) =>
  promise.state === "breached" || (!promise.settled_at && promise.due < isoDay(now()));

function OnePromise({ promise, bound, file, deeds, open }: PartProps & { promise: Obligation; bound: boolean }) {
  const { t } = useTranslation("dispute");
  const { word, choice } = useWords();
  const nameOf = usePartyName(file);
  return (
    <div className={css.promise}>
      <Row>
        <strong>{t("owes", { from: nameOf(promise.from), to: nameOf(promise.to) })}</strong>
        <StatusBadge tone={promiseTone[promise.state]}>{word("promise", promise.state)}</StatusBadge>
        <Deadline due={promise.due} met={promise.settled_at !== null} />
      </Row>
      <p className={css.words}>{promise.what}</p>
      <p className="dim">
        {word("manner", promise.manner)} {promise.nature && `· ${choice("promise_nature", promise.nature)} · `}
        {promise.amount !== null && (
          <>
            <Money fen={promise.amount} capital />
            {paid(promise) > 0 && !promise.settled_at && (
              <>
                {" · "}
                {t("stillOpen")} <Money fen={promise.amount - paid(promise)} />
              </>
            )}
          </>
        )}
        {promise.account && (
          <>
            {" · "}
            {t("paidTo")} <Bidi>{promise.account}</Bidi>
          </>
        )}
      </p>
      {promise.performed.length > 0 && (
        <ul className={css.plain}>
          {promise.performed.map((part) => (
            <li key={part.at}>
              <Check size={14} aria-hidden /> {dateTime(part.at)} {part.amount !== null && <Money fen={part.amount} />}{" "}
              <span className="dim">{part.evidence}</span>
            </li>
          ))}
        </ul>
      )}
      {bound && <Attached file={file} about={{ obligation: promise.id }} verb={t("attach.obligation")} open={open} />}
      {bound && !promise.settled_at && (
        <Deeds
          of={["resolution.performed", "resolution.waived", "resolution.breached"]}
          about={promise.id}
          deeds={deeds}
          open={open}
        />
      )}
      {bound && promise.state === "breached" && (
        <Deeds of={["resolution.performed"]} about={promise.id} deeds={deeds} open={open} />
      )}
      {bound && notKept(promise) && <RoadsButton promise={promise} file={file} deeds={deeds} open={open} />}
    </div>
  );
}
