// An agreement that is on file, looked through as the court would: before it is signed, and before the
// court is asked. A hint and never a bar.
import { CircleCheck, CircleHelp, CircleSlash, PencilLine } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useAddress } from "../../../lib/address";
import { listed } from "../../../lib/fmt";
import { useAsk } from "../../../lib/server";
import { Button, Deadline, Row } from "../../../ui";
import type { Checked } from "../../shared/shapes";
import css from "../dispute.module.css";
import { Findings } from "../forms/Findings";
import { hasSigned } from "../signing";
import type { Agreement, Preflight } from "../types";
import { usePartyName } from "../words";
import { Deeds } from "./Deeds";
import type { PartProps } from "./parts";

type Looked = PartProps & { agreement: Agreement };

const drafted = "resolution.agreement_drafted";
// Whoever has one of these to do may have it looked through.
const readers = [
  drafted,
  "resolution.signed",
  "resolution.sealed",
  "resolution.court_chosen",
  "resolution.confirmation_applied",
];

function useLookedAt({ file, agreement, deeds }: Looked) {
  const when = deeds.some((one) => readers.includes(one));
  return useAsk<Checked>(`/disputes/${file.id}/agreements/${agreement.id}/check`, {}, { when }).data?.findings;
}

/** The draft, while its text can still be changed. */
export function DraftLookedAt(props: Looked) {
  const { t } = useTranslation("dispute");
  const { change } = useAddress();
  const { file, agreement, deeds } = props;
  const found = useLookedAt(props);
  if (!found) return null;
  const may = deeds.includes(drafted);
  const mend = (at: string | null) => change({ do: drafted, about: null, at });
  const begun = agreement.parties.some((id) => hasSigned(file, agreement, id));
  return (
    <section className={css.confirming} data-looked>
      <h3>{t("checked.title")}</h3>
      {found.length === 0 ? (
        <p>
          <CircleCheck size={16} aria-hidden /> {t("checked.nothing")}
        </p>
      ) : (
        <>
          <Findings found={found} go={may ? mend : undefined} />
          {may && begun && <p className="dim">{t("checked.voids")}</p>}
          {may && (
            <Row className="no-print">
              <Button icon={<PencilLine size={16} aria-hidden />} onClick={() => mend(found[0]?.at ?? null)}>
                {t("checked.mend")}
              </Button>
            </Row>
          )}
        </>
      )}
    </section>
  );
}

/** What the court asks first: its kind, whether it is clear, the thirty days, and both parties. */
export function BeforeTheCourt({ preflight, ...props }: Looked & { preflight: Preflight }) {
  const { t } = useTranslation("dispute");
  const nameOf = usePartyName(props.file);
  const { agreement } = props;
  // Of the kind and of the time the court's own bars tell.
  const found = useLookedAt(props)?.filter((one) => one.at !== "/asks_confirmation");
  const late = preflight.bars.find((one) => one.key === "too_late");
  const others = preflight.bars.filter((one) => one !== late);
  return (
    <div data-preflight>
      {preflight.bars.length > 0 && <strong>{t("confirmation.barred")}</strong>}
      <ol className={css.course}>
        {others.map((one) => (
          <Barred key={one.key} bar={one} />
        ))}
        {others.length === 0 && <Met>{t("preflight.kind")}</Met>}
        {found?.length === 0 && <Met>{t("preflight.clear")}</Met>}
        {found && found.length > 0 && (
          <li>
            <CircleHelp size={16} aria-hidden />
            <div>
              <strong>{t("preflight.unclear")}</strong>
              <Findings found={found} />
              {!agreement.confirmation && (
                <>
                  <p className="dim">{t("preflight.mend")}</p>
                  <Deeds of={[drafted, "followup.reopened"]} deeds={props.deeds} open={props.open} />
                </>
              )}
            </div>
          </li>
        )}
        {late && <Barred bar={late} />}
        {!late && preflight.until && (
          <Met>
            {t(agreement.asks_confirmation ? "confirmation.meantUntil" : "confirmation.until")}{" "}
            <Deadline due={preflight.until} full />
          </Met>
        )}
        <li>
          <CircleHelp size={16} aria-hidden />
          <span>{t("preflight.together", { names: listed(agreement.parties.map(nameOf)) })}</span>
        </li>
      </ol>
    </div>
  );
}

function Met({ children }: { children: ReactNode }) {
  return (
    <li>
      <CircleCheck size={16} aria-hidden />
      <span>{children}</span>
    </li>
  );
}

export function Barred({ bar }: { bar: Preflight["bars"][number] }) {
  return (
    <li>
      <CircleSlash size={16} aria-hidden />
      <span>
        {bar.name}
        {bar.article && (
          <span className="dim block">
            {bar.article.law} {bar.article.article}
          </span>
        )}
      </span>
    </li>
  );
}
