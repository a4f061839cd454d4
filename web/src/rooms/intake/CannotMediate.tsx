import { useTranslation } from "react-i18next";
import { Card } from "../../ui";

const reasons = ["settled", "forbidden", "crime", "refused"] as const;

/** What people's mediation may not take, with the law, beside the form while it is written. */
export function CannotMediate() {
  const { t } = useTranslation("intake");
  return (
    <>
      <Card title={t("cannot.title")}>
        <ul style={{ paddingInlineStart: "1.2em", margin: 0 }}>
          {reasons.map((one) => (
            <li key={one}>{t(`cannot.${one}`)}</li>
          ))}
        </ul>
        <p className="dim">{t("cannot.article")}</p>
      </Card>
      <Card title={t("consent.title")}>
        <p>{t("consent.says")}</p>
        <p className="dim">{t("consent.article")}</p>
      </Card>
    </>
  );
}
