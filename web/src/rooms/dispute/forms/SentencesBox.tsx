// Sentences for the record of a session, to be ticked: what is usual in disputes of this kind, and
// of the methods that were used.
import { useTranslation } from "react-i18next";
import { money } from "../../../lib/fmt";
import { useAsk } from "../../../lib/server";
import { SentenceTicks, useOpenGaps } from "../../shared/SentenceTicks";
import { grouped, type Phrase } from "../../shared/sentences";
import css from "../dispute.module.css";
import { bound } from "./field";
import type { BoxProps } from "./plan";

export function SentencesBox({ form, file }: BoxProps) {
  const { t } = useTranslation("sentences");
  const open = useOpenGaps();
  const { data } = useAsk<{ phrases: Phrase[] }>(`/disputes/${file.id}/phrases`);
  const { amount } = file.dispute;
  const record = bound<string>({ form, name: "record" });
  // What was promised is for the agreement to say.
  const phrases = (data?.phrases ?? []).filter((one) => one.part !== "promise");
  const groups = grouped(phrases, form.values.methods as string[]);
  if (groups.length === 0) return null;
  return (
    <details className={css.sentences}>
      <summary>{t("folded", { n: groups.reduce((sum, one) => sum + one.phrases.length, 0) })}</summary>
      <p className="dim">{t("saysAbove")}</p>
      <SentenceTicks
        groups={groups}
        gaps={{ ...open, amount: amount === null ? open.amount : money(amount) }}
        value={() => record.value}
        change={(_, words) => record.onChange(words)}
      />
    </details>
  );
}
