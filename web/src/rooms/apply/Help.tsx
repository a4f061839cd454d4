import { useTranslation } from "react-i18next";
import { Card, Stack } from "../../ui";
import css from "./apply.module.css";
import { dangersIn } from "./danger";

const numbers = {
  violence: ["110", "12338", "12355", "12348"],
  self_harm: ["110", "12356", "12355", "12348"],
} as const;

/** A calm panel with people who can help now; shown when the words tell of danger. */
export function Help({ words }: { words: string }) {
  const { t } = useTranslation("apply");
  const dangers = dangersIn(words);
  const first = dangers.includes("self_harm") ? "self_harm" : dangers[0];
  return (
    <div role="status">
      {first && (
        <Card title={t(`help.${first}.title`)} tone="info">
          <Stack gap={3}>
            <p>{t(`help.${first}.says`)}</p>
            <ul className={css.calls}>
              {numbers[first].map((one) => (
                <li key={one}>
                  <a href={`tel:${one}`}>
                    <strong>
                      <bdi>{one}</bdi>
                    </strong>
                    <span>{t(`help.lines.${one}`)}</span>
                  </a>
                </li>
              ))}
            </ul>
            <p className="dim">{t("help.goOn")}</p>
          </Stack>
        </Card>
      )}
    </div>
  );
}
