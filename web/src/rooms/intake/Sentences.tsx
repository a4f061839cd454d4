import { Check, Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { date, money } from "../../lib/fmt";
import { useAsk } from "../../lib/server";
import { Card, Stack } from "../../ui";
import { nameIn, useDivisions } from "../shared/catalogue";
import css from "./intake.module.css";
import { fieldOf, filled, type Gaps, type Phrase, ticked, toggled } from "./sentences";

const parts = ["facts", "talk", "result", "promise", "notice"] as const;
type Field = (typeof fieldOf)[Phrase["part"]];

interface SentencesProps {
  kind: string | null;
  parties: { side: "applicant" | "respondent"; name: string }[];
  place: string;
  amount: number | null;
  due: string | null;
  value: (field: Field) => string;
  change: (field: Field, value: string) => void;
}

/** What usually happens, to be ticked: each sentence goes into the field of its part. */
export function Sentences({ kind, parties, place, amount, due, value, change }: SentencesProps) {
  const { t, i18n } = useTranslation("intake");
  const divisions = useDivisions();
  const { data } = useAsk<{ phrases: Phrase[] }>("/phrases", kind ? { kind } : {}, { fresh: 3_600_000 });
  const names = (side: "applicant" | "respondent") =>
    parties
      .filter((one) => one.side === side && one.name.trim() !== "")
      .map((one) => one.name.trim())
      .join(t("sentences.and")) || t(`sentences.${side}`);
  const where = divisions.find((one) => one.code === place);
  const gaps: Gaps = {
    applicant: names("applicant"),
    respondent: names("respondent"),
    place: where ? nameIn(where, i18n.language) : t("sentences.place"),
    amount: amount === null ? t("sentences.amount") : money(amount),
    date: due ? date(due) : t("sentences.date"),
  };
  const joint = i18n.language === "en" ? " " : "";
  const phrases = data?.phrases ?? [];
  if (phrases.length === 0) return null;
  return (
    <Card title={t("sentences.title")}>
      <p className="dim">{t(kind ? "sentences.says" : "sentences.kindFirst")}</p>
      <Stack gap={3}>
        {parts.map((part) => (
          <fieldset key={part} className={css.sentences}>
            <legend>{t(`sentences.part.${part}`)}</legend>
            {phrases
              .filter((one) => one.part === part)
              .map((one) => {
                const sentence = filled(one.text, gaps);
                const field = fieldOf[part];
                const on = ticked(value(field), sentence);
                return (
                  <button
                    key={one.key}
                    type="button"
                    aria-pressed={on}
                    className={css.sentence}
                    onClick={() => change(field, toggled(value(field), sentence, joint))}
                  >
                    {on ? <Check size={16} aria-hidden /> : <Plus size={16} aria-hidden />}
                    <span>{sentence}</span>
                  </button>
                );
              })}
          </fieldset>
        ))}
      </Stack>
    </Card>
  );
}
