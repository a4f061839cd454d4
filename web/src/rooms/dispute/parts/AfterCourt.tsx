// What follows the court's docket and its ruling: its own clock, until when what was confirmed can be
// enforced and who may object, or what is open when the court said no.
import { Clock, Gavel, MailCheck, MailQuestionMark, Scale } from "lucide-react";
import { useTranslation } from "react-i18next";
import { date } from "../../../lib/fmt";
import { Deadline } from "../../../ui";
import css from "../dispute.module.css";
import type { Agreement, Article, Clock as ClockOf, Preflight } from "../types";
import { usePartyName, useWords } from "../words";
import { Deeds } from "./Deeds";
import { HowCounted } from "./HowCounted";
import type { PartProps } from "./parts";

type After = NonNullable<Preflight["after"]>;

const deedOf: Record<string, string> = {
  change_agreement: "resolution.agreement_drafted",
  mediate_anew: "followup.reopened",
};

export function AfterCourt({ after, agreement, ...props }: PartProps & { after: After; agreement: Agreement }) {
  const { t } = useTranslation("dispute");
  return (
    <div className={css.answer} data-after-court>
      <p>
        <strong>{after.says}</strong> <Named article={after.article} />
      </p>
      {after.review && <Runs clock={after.review} />}
      {after.enforceable.length > 0 && <Enforceable after={after} agreement={agreement} {...props} />}
      {after.objections.length > 0 && <Objections after={after} {...props} />}
      {after.third_party && <Runs clock={after.third_party} />}
      {after.third_party && <p className="dim">{t("confirmation.thirdFromRuling")}</p>}
      {after.onward.length > 0 && (
        <>
          <p className="dim">{t("confirmation.open")}</p>
          <ol className={css.course}>
            {after.onward.map((one) => (
              <li key={one.step}>
                <Scale size={16} aria-hidden />
                <span>
                  {one.says} <Named article={one.article} />
                  <Deeds of={[deedOf[one.step] ?? ""]} deeds={props.deeds} open={props.open} />
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}

function Named({ article }: { article: Article | null }) {
  return (
    article && (
      <span className="dim">
        {article.law} {article.article}
      </span>
    )
  );
}

/** A clock with its last moment, and how that was reached. */
function Runs({ clock }: { clock: ClockOf }) {
  return (
    <div>
      <p>
        <Clock size={16} aria-hidden /> {clock.name} <Deadline due={clock.due} full /> <Named article={clock.article} />
      </p>
      <HowCounted why={clock.why}>{clock.consequence && <p>{clock.consequence}</p>}</HowCounted>
    </div>
  );
}

/** Each applicant's own time to object, from the day on which it received the ruling. */
function Objections({ after, file, deeds, open }: PartProps & { after: After }) {
  const { t } = useTranslation("dispute");
  const { word } = useWords();
  const nameOf = usePartyName(file);
  const first = after.objections[0]!.clock;
  return (
    <div data-objections>
      <p>
        <Clock size={16} aria-hidden /> {first.name} <Named article={first.article} />
      </p>
      <ol className={css.course}>
        {after.objections.map(({ party, received, known_from, clock }) => (
          <li key={party}>
            {received ? <MailCheck size={16} aria-hidden /> : <MailQuestionMark size={16} aria-hidden />}
            <span>
              {nameOf(party)} <Deadline due={clock.due} full />
              <span className="dim block">
                {received && known_from
                  ? t("confirmation.receivedOn", { day: date(received), from: word("receipt_known_from", known_from) })
                  : t("confirmation.notReceived")}
              </span>
              <HowCounted why={clock.why}>{clock.consequence && <p>{clock.consequence}</p>}</HowCounted>
              <Deeds of={["resolution.ruling_received"]} about={party} deeds={deeds} open={open} />
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Each promise that was not settled: until when the court can be asked to enforce it. */
function Enforceable({ after, agreement, file }: PartProps & { after: After; agreement: Agreement }) {
  const { t } = useTranslation("dispute");
  const nameOf = usePartyName(file);
  return (
    <>
      <p>{t("confirmation.enforceable")}</p>
      <ol className={css.course}>
        {after.enforceable.map((one) => {
          const promise = agreement.obligations.find((row) => row.id === one.obligation);
          if (!promise) return null;
          return (
            <li key={one.obligation}>
              <Gavel size={16} aria-hidden />
              <span>
                {t("owes", { from: nameOf(promise.from), to: nameOf(promise.to) })} · {promise.what}
                <span className="dim block">
                  {t("confirmation.enforceUntil")} <Deadline due={one.until} full />
                </span>
              </span>
            </li>
          );
        })}
      </ol>
    </>
  );
}
