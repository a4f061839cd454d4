// What each party says at a return visit.
import { useTranslation } from "react-i18next";
import { RadioTiles, Stack } from "../../../ui";
import { usePartyName, useWords } from "../words";
import type { BoxProps } from "./plan";

export function AnswersBox({ name, form, file }: BoxProps) {
  const { t } = useTranslation("dispute");
  const nameOf = usePartyName(file);
  const { enumeration } = useWords();
  const answers = form.values[name] as { party: string; satisfaction: string | null }[];
  return (
    <Stack gap={3}>
      {answers.map((answer, index) => {
        const { value, ...field } = form.field(`${name}.${index}.satisfaction`);
        return (
          <RadioTiles
            key={answer.party}
            {...field}
            value={(value as string | null) ?? null}
            label={t("answerOf", { name: nameOf(answer.party) })}
            options={enumeration("satisfaction")}
          />
        );
      })}
    </Stack>
  );
}
