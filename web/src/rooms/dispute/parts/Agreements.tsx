// Agreements with their signatures, and each promise with what was done of it.
import { Check, CircleDashed } from "lucide-react";
import { useTranslation } from "react-i18next";
import { date, dateTime, listed } from "../../../lib/fmt";
import { Bidi, Button, Card, Deadline, Empty, Facts, Money, Row, Stack, StatusBadge, type Tone } from "../../../ui";
import { Attached } from "../../papers/Papers";
import css from "../dispute.module.css";
import type { Agreement, Obligation } from "../types";
import { paid, usePartyName, useWords } from "../words";
import { Confirming } from "./Confirming";
import { Deeds } from "./Deeds";
import type { PartProps } from "./parts";

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
        {!agreement.oral && <Signatures agreement={agreement} {...props} />}
        {!agreement.oral && (
          <Attached file={file} about={{ agreement: agreement.id }} verb={t("attach.agreement")} open={open} />
        )}
        {agreement.obligations.map((one) => (
          <OnePromise key={one.id} promise={one} bound={effective_at !== null} {...props} />
        ))}
        {!agreement.oral && <Confirming agreement={agreement} {...props} />}
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

function Signatures({ agreement, file, deeds, open }: PartProps & { agreement: Agreement }) {
  const { t } = useTranslation("dispute");
  const { word } = useWords();
  const nameOf = usePartyName(file);
  const line = (key: string, name: string, done: string | null | undefined, how = "") => (
    <li key={key} className={css.signature}>
      {done ? <Check size={16} aria-hidden /> : <CircleDashed size={16} aria-hidden />}
      <span>
        {name} <span className="dim">{done ? `${how} ${dateTime(done)}`.trim() : t("notYetSigned")}</span>
      </span>
      {!done && !agreement.effective_at && key !== "mediator" && key !== "seal" && (
        <Deeds of={["resolution.signed"]} about={key} deeds={deeds} open={open} />
      )}
    </li>
  );
  return (
    <div>
      <h3>{t("signatures")}</h3>
      <ul className={css.plain}>
        {agreement.parties.map((id) => {
          const signed = agreement.signatures.find((one) => one.party === id);
          return line(id, nameOf(id), signed?.at, signed && word("signing", signed.manner));
        })}
        {line("mediator", t("mediator"), agreement.mediator_signed_at)}
        {line("seal", t("seal"), agreement.sealed_at)}
      </ul>
    </div>
  );
}

const promiseTone: Record<string, Tone> = {
  open: "info",
  performed: "ok",
  late: "warn",
  waived: "neutral",
  breached: "danger",
};

function OnePromise({ promise, bound, file, deeds, open }: PartProps & { promise: Obligation; bound: boolean }) {
  const { t } = useTranslation("dispute");
  const { word } = useWords();
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
        {word("manner", promise.manner)}{" "}
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
    </div>
  );
}
