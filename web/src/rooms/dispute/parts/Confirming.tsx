// Judicial confirmation of one agreement: until when it can be asked for, what stands in the way,
// and its course. Both sides ask together within thirty days (PML art. 33, CPL art. 205, 206).
import { Check, CircleDashed, Gavel, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { dateTime, listed } from "../../../lib/fmt";
import { Bidi, StatusBadge, type Tone } from "../../../ui";
import { nameIn } from "../../shared/catalogue";
import { useOrganisations } from "../api";
import css from "../dispute.module.css";
import { afterFiling, usePreflight } from "../forms/ConfirmBoxes";
import type { Agreement, Confirmation, Preflight } from "../types";
import { organisationName, usePartyName, useWords } from "../words";
import { AfterCourt } from "./AfterCourt";
import { Deeds } from "./Deeds";
import { HowCounted } from "./HowCounted";
import { Barred, BeforeTheCourt } from "./LookedAt";
import { Packet } from "./Packet";
import type { PartProps } from "./parts";

export function Confirming({ agreement, ...props }: PartProps & { agreement: Agreement }) {
  const { t } = useTranslation("dispute");
  const { confirmation, effective_at, asks_confirmation } = agreement;
  const filed = afterFiling(props.file);
  if (filed && !confirmation) return effective_at ? <ToTheTrialCourt agreement={agreement} file={props.file} /> : null;
  if (!effective_at) return asks_confirmation ? <p className="dim">{t("confirmation.meant")}</p> : null;
  const open = !confirmation || (confirmation.ruling !== null && confirmation.ruling !== "valid");
  return (
    <section className={css.confirming}>
      <h3>
        <Gavel size={16} aria-hidden /> {t("confirmation.title")}
      </h3>
      {confirmation && <Course one={confirmation} agreement={agreement} {...props} />}
      {open && <Window agreement={agreement} {...props} />}
      {!agreement.oral && <Packet file={props.file} agreement={agreement} open={props.open} />}
      <Deeds
        of={["resolution.confirmation_docketed", "resolution.confirmation_ruled"]}
        about={agreement.id}
        {...props}
        deeds={confirmation && !confirmation.ruling ? props.deeds : []}
      />
    </section>
  );
}

/** The court that has filed the case is handed the agreement: said with its article, and nothing is asked for. */
function ToTheTrialCourt({ file, agreement }: Pick<PartProps, "file"> & { agreement: Agreement }) {
  const { data } = usePreflight(file, agreement.id);
  const filed = data?.bars.find((one) => one.key === "after_filing");
  if (!filed) return null;
  return (
    <ol className={css.course} data-trial-court>
      <Barred bar={filed} />
    </ol>
  );
}

/** Before anybody has asked: what the court asks first, and the button. */
function Window(props: PartProps & { agreement: Agreement }) {
  const { agreement, file, deeds, open } = props;
  const { data } = usePreflight(file, agreement.id);
  if (!data) return null;
  return (
    <>
      <BeforeTheCourt preflight={data} {...props} />
      {data.bars.length === 0 && data.why.length > 0 && <HowCounted why={data.why} />}
      <Court preflight={data} />
      {data.may && (
        <Deeds
          of={["resolution.court_chosen", "resolution.confirmation_applied"]}
          about={agreement.id}
          deeds={deeds}
          open={open}
        />
      )}
    </>
  );
}

/** Which court: the rule in a sentence, and the one that the parties chose. */
function Court({ preflight }: { preflight: Preflight }) {
  const { t } = useTranslation("dispute");
  const chosen =
    preflight.courts.find((one) => one.chosen) ?? (preflight.courts.length === 1 ? preflight.courts[0] : null);
  return (
    <p>
      {chosen && (
        <>
          <strong>{t("confirmation.court", { court: chosen.name })}</strong>{" "}
          <span className="dim">
            {chosen.why}
            {chosen.article && ` · ${chosen.article.law} ${chosen.article.article}`}
          </span>
        </>
      )}
      {!chosen && preflight.court_rule}
    </p>
  );
}

const tones: Record<string, Tone> = { valid: "ok", dismissed: "danger", not_accepted: "warn", withdrawn: "neutral" };

/** Asked, docketed, answered: each with its day; and what follows. */
function Course({ one, agreement, ...props }: PartProps & { one: Confirmation; agreement: Agreement }) {
  const { t, i18n } = useTranslation("dispute");
  const { word, choice } = useWords();
  const { file } = props;
  const nameOf = usePartyName(file);
  const { data: organisations = [] } = useOrganisations();
  const known = organisations.find((each) => each.id === one.court);
  const { data: preflight } = usePreflight(file, agreement.id);
  const outside = preflight?.courts.find((each) => each.outside === one.court_outside)?.name;
  const court = organisationName(file, one.court) || (known && nameIn(known, i18n.language)) || outside;
  const skipped = one.ruling !== null && !one.docketed_at;
  const course = (
    <ol className={css.course}>
      <li>
        <Check size={16} aria-hidden />
        <span>
          <strong>{t("confirmation.asked")}</strong> <span className="dim">{dateTime(one.applied_at)}</span>
          <span className="dim block">{[court, listed(one.applicants.map(nameOf))].filter(Boolean).join(" · ")}</span>
        </span>
      </li>
      {!skipped && (
        <li>
          {one.docketed_at ? <Check size={16} aria-hidden /> : <CircleDashed size={16} aria-hidden />}
          <span>
            <strong>{t(one.docketed_at ? "confirmation.docketed" : "confirmation.docketOpen")}</strong>{" "}
            {one.docketed_at && <span className="dim">{dateTime(one.docketed_at)}</span>}
            {one.docket_number && (
              <span className="dim block">
                <Bidi>{one.docket_number}</Bidi>
              </span>
            )}
          </span>
        </li>
      )}
      <li>
        {!one.ruling ? (
          <CircleDashed size={16} aria-hidden />
        ) : one.ruling === "valid" ? (
          <Check size={16} aria-hidden />
        ) : (
          <X size={16} aria-hidden />
        )}
        <span>
          {one.ruling ? (
            <>
              <StatusBadge tone={tones[one.ruling]}>{word("ruling", one.ruling)}</StatusBadge>{" "}
              {one.ruled_at && <span className="dim">{dateTime(one.ruled_at)}</span>}
              {one.reason && <span className="dim block">{choice("dismissal", one.reason)}</span>}
            </>
          ) : (
            <strong>{t("confirmation.rulingOpen")}</strong>
          )}
        </span>
      </li>
    </ol>
  );
  return (
    <>
      {course}
      {preflight?.after && <AfterCourt after={preflight.after} agreement={agreement} {...props} />}
    </>
  );
}
