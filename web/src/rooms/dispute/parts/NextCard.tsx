import { useTranslation } from "react-i18next";
import { articleSaying, saying } from "../../../lib/fmt";
import { Bidi, Button, Card, NextStep } from "../../../ui";
import css from "../dispute.module.css";
import { useDeedWord } from "../says";
import type { FileView } from "../types";

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

/** The next required act: what, who, by when and why then, by which law; its button opens the form. */
export function NextCard({ file, deeds, open, wide }: NextCardProps) {
  const { t } = useTranslation("dispute");
  const deedWord = useDeedWord();
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
  // Where no article asks for the step, a rule of the house does: the line is never left out.
  const byHouse = next.consequence ? saying(t("byHouse"), next.consequence) : t("byHouse");
  const law = next.article ? articleSaying(next.article) : next.legal ? t("byLaw") : byHouse;
  const why =
    next.why.length > 0 &&
    (wide ? (
      <bdi className={css.why}>{next.why.join(" · ")}</bdi>
    ) : (
      <details className={css.more}>
        <summary>{t("howCounted")}</summary>
        <bdi>{next.why.join(" · ")}</bdi>
      </details>
    ));
  return (
    <div className={css.next}>
      <NextStep action={next.says} due={next.due} why={why} answerable={who} article={law}>
        {wide &&
          (beside[next.deed] ?? [])
            .filter((deed) => deeds.includes(deed))
            .map((deed) => (
              <Button key={deed} onClick={() => open(deed)}>
                {deedWord(deed)}
              </Button>
            ))}
        {may ? (
          // Another step is another button: the focus does not stay on it as if nothing had happened.
          <Button
            key={`${next.deed} ${next.subject}`}
            kind="primary"
            keys="enter"
            wide={!wide}
            onClick={() => open(next.deed, next.subject)}
          >
            {deedWord(next.deed)}
          </Button>
        ) : (
          <span className="dim">{t("theirTurn", { name: next.person_name ?? next.organisation_name })}</span>
        )}
      </NextStep>
    </div>
  );
}
