import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { date, money } from "../../lib/fmt";
import { useAsk } from "../../lib/server";
import { Card, Stack } from "../../ui";
import { nameIn, useDivisions } from "../shared/catalogue";
import { SentenceTicks, useOpenGaps } from "../shared/SentenceTicks";
import { type Gaps, grouped, type Phrase, refilled } from "../shared/sentences";

/** Where a part of the record goes. */
const fieldOf = {
  facts: "request.facts",
  talk: "record",
  result: "record",
  notice: "record",
  promise: "terms",
} as const satisfies Record<Phrase["part"], string>;
type Field = (typeof fieldOf)[Phrase["part"]];

interface SentencesProps {
  kind: string | null;
  methods: string[];
  parties: { side: "applicant" | "respondent"; name: string }[];
  place: string;
  amount: number | null;
  due: string | null;
  value: (field: Field) => string;
  change: (field: Field, value: string) => void;
  /** A promise was ticked, or taken back. */
  promised: (one: Phrase, on: boolean) => void;
  /** What decides which sentences are offered, above them. */
  children: ReactNode;
}

/** The sentences of a record that is written before there is a dispute. */
export function Sentences(props: SentencesProps) {
  const { kind, methods, parties, place, amount, due, value, change, promised, children } = props;
  const { t, i18n } = useTranslation("sentences");
  const divisions = useDivisions();
  const { data } = useAsk<{ phrases: Phrase[] }>("/phrases", kind ? { kind } : {}, { fresh: 3_600_000 });
  const open = useOpenGaps();
  const names = (side: "applicant" | "respondent") =>
    parties
      .filter((one) => one.side === side && one.name.trim() !== "")
      .map((one) => one.name.trim())
      .join(t("and")) || open[side];
  const where = divisions.find((one) => one.code === place);
  const gaps = {
    applicant: names("applicant"),
    respondent: names("respondent"),
    place: where ? nameIn(where, i18n.language) : open.place,
    amount: amount === null ? open.amount : money(amount),
    date: due ? date(due) : open.date,
  };
  useRefilled(data?.phrases ?? [], gaps, value, change);
  return (
    <Card title={t("title")}>
      <Stack gap={3}>
        {children}
        <p className="dim">{t(kind ? "says" : "kindFirst")}</p>
        <SentenceTicks
          groups={grouped(data?.phrases ?? [], methods)}
          gaps={gaps}
          value={(part) => value(fieldOf[part])}
          change={(part, words) => change(fieldOf[part], words)}
          then={(one, on) => one.part === "promise" && promised(one, on)}
        />
      </Stack>
    </Card>
  );
}

/** What was ticked before a name, a sum or a day was entered is told with it afterwards. */
function useRefilled(phrases: Phrase[], gaps: Gaps, value: SentencesProps["value"], change: SentencesProps["change"]) {
  const before = useRef(gaps);
  const named = Object.values(gaps).join("\n");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the gaps are compared by what they say
  useEffect(() => {
    for (const field of new Set(Object.values(fieldOf))) {
      const mine = phrases.filter((one) => fieldOf[one.part] === field);
      const words = refilled(value(field), mine, before.current, gaps);
      if (words !== value(field)) change(field, words);
    }
    before.current = gaps;
  }, [named]);
}
