// The rights and duties of the parties, to be read aloud before the first session
// (People's Mediation Law, articles 23 and 24).
import { useTranslation } from "react-i18next";
import { Card } from "../../../ui";

const rights = ["choose", "another", "accept", "language", "open", "stop"] as const;
const duties = ["truth", "order", "respect"] as const;

export function RightsBox() {
  const { t } = useTranslation(["dispute", "guide"]);
  return (
    <Card title={t("readAloud")} level={3} tone="info">
      <h4>{t("guide:rights.title")}</h4>
      <ul>
        {rights.map((one) => (
          <li key={one}>{t(`guide:rights.${one}`)}</li>
        ))}
      </ul>
      <h4>{t("guide:duties.title")}</h4>
      <ul>
        {duties.map((one) => (
          <li key={one}>{t(`guide:duties.${one}`)}</li>
        ))}
      </ul>
      <p className="dim">
        {t("guide:rights.article")} {t("guide:duties.article")}
      </p>
    </Card>
  );
}
