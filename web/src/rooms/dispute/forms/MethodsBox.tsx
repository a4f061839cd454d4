// Methods used in a session, each with what a mediator does in it; and the badge of a
// record that is sealed because one side spoke alone.
import { Lock } from "lucide-react";
import { useTranslation } from "react-i18next";
import { beside } from "../../../lib/fmt";
import { Card, Stack } from "../../../ui";
import { useProposal } from "../api";
import css from "../dispute.module.css";
import { useWords } from "../words";
import { bound, useLabel } from "./field";
import type { BoxProps } from "./plan";
import { Ticks } from "./Ticks";

export function MethodsBox(box: BoxProps) {
  const { t } = useTranslation("dispute");
  const words = useWords();
  const { data } = useProposal(box.file.id, box.file.version);
  const field = bound<string[]>(box);
  const suggested = new Set(data?.methods.map((one) => one.key));
  const options = words
    .choices("method")
    .map((one) => ({ ...one, label: suggested.has(one.value) ? beside(one.label, t("suggested")) : one.label }));
  return (
    <Stack gap={2}>
      <Ticks {...field} {...useLabel("methods")} options={options} />
      {field.value.map((key) => {
        const method = words.method(key);
        if (!method || method.prompts.length === 0) return null;
        return (
          <Card key={key} title={method.name} level={3}>
            <ol className={css.prompts}>
              {method.prompts.map((prompt) => (
                <li key={prompt}>{prompt}</li>
              ))}
            </ol>
          </Card>
        );
      })}
    </Stack>
  );
}

export function SealedBox({ form }: BoxProps) {
  const { t } = useTranslation("dispute");
  if (form.values.kind !== "separate") return null;
  return (
    <p className={css.sealed} role="status">
      <Lock size={16} aria-hidden /> {t("sealedRecord")}
    </p>
  );
}
