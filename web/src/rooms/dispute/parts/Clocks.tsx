import { useTranslation } from "react-i18next";
import { articleSaying, date } from "../../../lib/fmt";
import { Card, Deadline, Stack, StatusBadge } from "../../../ui";
import css from "../dispute.module.css";
import { pausedNow, useWords } from "../words";
import { Deeds } from "./Deeds";
import { HowCounted } from "./HowCounted";
import type { PartProps } from "./parts";

/** Every clock that runs, and how its date was reached. */
export function Clocks({ file, deeds, open }: PartProps) {
  const { t } = useTranslation("dispute");
  const { choice } = useWords();
  const pause = file.dispute.pauses.at(-1);
  return (
    <Card title={t("tab.clocks")}>
      <Stack gap={3}>
        {file.clocks.length === 0 && <p className="dim">{t("noClocks")}</p>}
        {pausedNow(file) && pause && (
          <p>
            <StatusBadge tone="warn">
              {t("pausedSince", { when: date(pause.from), reason: choice("pause", pause.reason) })}
            </StatusBadge>
          </p>
        )}
        {file.clocks.map((clock) => (
          <div key={`${clock.key} ${clock.due}`}>
            <div className={css.line}>
              <strong>{clock.name}</strong>{" "}
              {clock.paused ? <StatusBadge tone="warn">{t("paused")}</StatusBadge> : <Deadline due={clock.due} />}
            </div>
            <HowCounted why={clock.why}>
              {clock.consequence && (
                <p>
                  <bdi>{clock.consequence}</bdi>
                </p>
              )}
              <p className="dim">
                <bdi>{clock.article ? articleSaying(clock.article) : t(clock.legal ? "byLaw" : "byHouse")}</bdi>
              </p>
            </HowCounted>
          </div>
        ))}
        <Deeds of={["mediation.resumed", "mediation.paused", "mediation.extended"]} deeds={deeds} open={open} />
      </Stack>
    </Card>
  );
}
