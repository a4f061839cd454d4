import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { dateTime } from "../../../lib/fmt";
import { Card, Stack, StatusBadge, type Tone } from "../../../ui";
import css from "../dispute.module.css";
import { useWords } from "../words";
import { Deeds } from "./Deeds";
import type { PartProps } from "./parts";

const tones: Record<string, Tone> = { yellow: "warn", orange: "warn", red: "danger" };
const authorities = ["police", "procuratorate", "civil_affairs", "education", "women_federation", "government"];

export function Risks({ file, deeds, open }: PartProps) {
  const { t } = useTranslation("dispute");
  const { word } = useWords();
  const { risks } = file.dispute;
  const told = (to: string) => (authorities.includes(to) ? t(`authority.${to}` as "authority.police") : to);
  return (
    <Card title={t("tab.risks")}>
      <Stack gap={3}>
        {risks.length === 0 && (
          <p>
            <StatusBadge tone="ok">{t("noRisk")}</StatusBadge>
          </p>
        )}
        {risks.map((one) => (
          <div key={one.id} className={one.cleared_at ? "dim" : undefined}>
            <div className={css.line}>
              {!one.cleared_at && <TriangleAlert size={16} aria-hidden />}
              <strong>{word("risk_kind", one.kind)}</strong>
              <StatusBadge tone={one.cleared_at ? "neutral" : tones[one.level]}>
                {word("risk_level", one.level)}
              </StatusBadge>
            </div>
            {one.about && <p className={css.words}>{one.about}</p>}
            <p className="dim">
              {t("raisedAt", { when: dateTime(one.raised_at) })}
              {" · "}
              {one.reported_at
                ? t("reportedAt", { to: told(one.reported_to), when: dateTime(one.reported_at) })
                : t("notReported")}
              {one.cleared_at && ` · ${t("clearedAt", { when: dateTime(one.cleared_at) })}`}
            </p>
            {!one.cleared_at && (
              <Deeds
                of={
                  one.reported_at ? ["mediation.risk_cleared"] : ["mediation.risk_reported", "mediation.risk_cleared"]
                }
                about={one.id}
                deeds={deeds}
                open={open}
              />
            )}
          </div>
        ))}
        <Deeds of={["mediation.risk_raised"]} deeds={deeds} open={open} />
      </Stack>
    </Card>
  );
}
