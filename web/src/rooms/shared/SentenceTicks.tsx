import { Check, Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Stack } from "../../ui";
import { useCatalogue } from "./catalogue";
import { filled, type Gaps, type Group, type Phrase, ticked, toggled } from "./sentences";
import css from "./sentences.module.css";

interface SentenceTicksProps {
  groups: Group[];
  gaps: Gaps;
  /** What stands in the field of a part, and how it is changed. */
  value: (part: Phrase["part"]) => string;
  change: (part: Phrase["part"], value: string) => void;
  /** What else follows from a tick, and from taking it back. */
  then?: (one: Phrase, on: boolean) => void;
}

/** Gaps that nothing fills yet, in words. */
export function useOpenGaps(): Gaps {
  const { t } = useTranslation("sentences");
  return {
    applicant: t("applicant"),
    respondent: t("respondent"),
    place: t("place"),
    amount: t("amount"),
    date: t("date"),
  };
}

/** What usually happens, to be ticked: each sentence goes into the field of its part and out again. */
export function SentenceTicks({ groups, gaps, value, change, then }: SentenceTicksProps) {
  const { t, i18n } = useTranslation("sentences");
  const { choices } = useCatalogue();
  const joint = i18n.language === "en" ? " " : "";
  const nameOf = (method: string) => choices("method").find((one) => one.value === method)?.label ?? method;
  return (
    <Stack gap={3}>
      {groups.map(({ part, method, phrases }) => (
        <fieldset key={`${part} ${method}`} className={css.sentences}>
          <legend>{method ? nameOf(method) : t(`part.${part}`)}</legend>
          {phrases.map((one) => {
            const sentence = filled(one.text, gaps);
            const on = ticked(value(part), sentence);
            return (
              <button
                key={one.key}
                type="button"
                aria-pressed={on}
                className={css.sentence}
                onClick={() => {
                  change(part, toggled(value(part), sentence, joint));
                  then?.(one, !on);
                }}
              >
                {on ? <Check size={16} aria-hidden /> : <Plus size={16} aria-hidden />}
                <span>{sentence}</span>
              </button>
            );
          })}
        </fieldset>
      ))}
    </Stack>
  );
}
