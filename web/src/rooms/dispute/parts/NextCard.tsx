import { useTranslation } from "react-i18next";
import { Bidi, Button, Card, NextStep } from "../../../ui";
import css from "../dispute.module.css";
import type { FileView } from "../types";
import { useWords } from "../words";

interface NextCardProps {
  file: FileView;
  deeds: string[];
  open: (deed: string, about?: string) => void;
  wide: boolean;
}

// What is often done at the same place as the next step, in the order of use.
const beside: Record<string, string[]> = {
  "acceptance.accepted": ["acceptance.advised", "acceptance.transferred", "acceptance.refused"],
  "diversion.received": ["diversion.returned"],
  "mediation.session_held": ["mediation.session_planned", "mediation.paused"],
  "mediation.session_planned": ["mediation.session_held", "mediation.extended"],
  "resolution.agreement_drafted": ["resolution.orally_agreed", "mediation.session_planned"],
  "resolution.signed": ["resolution.mediator_signed", "resolution.agreement_drafted"],
  "resolution.performed": ["resolution.waived", "resolution.breached"],
  "followup.archived": ["followup.visited"],
};

/** The next required act: what, why, by when, who, by which law; its button opens the form. */
export function NextCard({ file, deeds, open, wide }: NextCardProps) {
  const { t } = useTranslation("dispute");
  const { word } = useWords();
  const { next } = file;
  if (!next) return file.dispute.stage === "archived" ? null : <Card>{t("nothingNext")}</Card>;
  const may = file.allowed.includes(next.deed);
  const who = (
    <>
      {[next.organisation_name, next.person_name].filter(Boolean).join(" · ")}
      {next.phone && (
        <>
          {" "}
          <a href={`tel:${next.phone}`}>
            <Bidi>{next.phone}</Bidi>
          </a>
        </>
      )}
    </>
  );
  const law = next.article && (
    <>
      {next.article.law} {next.article.article}
      {next.article.says && `：${next.article.says}`}
    </>
  );
  const why = next.why.length > 0 && <span className={css.why}>{next.why.join(" · ")}</span>;
  return (
    <div className={css.next}>
      <NextStep
        action={next.says}
        due={next.due}
        why={wide ? why : undefined}
        answerable={wide ? who : undefined}
        article={wide ? law : undefined}
      >
        {wide &&
          (beside[next.deed] ?? [])
            .filter((deed) => deeds.includes(deed))
            .map((deed) => (
              <Button key={deed} onClick={() => open(deed)}>
                {word("deed", deed)}
              </Button>
            ))}
        {may ? (
          <Button kind="primary" keys="enter" wide={!wide} onClick={() => open(next.deed, next.subject)}>
            {word("deed", next.deed)}
          </Button>
        ) : (
          <span className="dim">{t("theirTurn", { name: next.person_name ?? next.organisation_name })}</span>
        )}
        {!wide && (
          <details className={css.more}>
            <summary>{t("whyAndWho")}</summary>
            {why}
            <p>{who}</p>
            {law && <p className="dim">{law}</p>}
          </details>
        )}
      </NextStep>
    </div>
  );
}
