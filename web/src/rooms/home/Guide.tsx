import { useTranslation } from "react-i18next";
import { Button, Card, Page } from "../../ui";
import css from "./home.module.css";

const lists = {
  can: ["neighbour", "family", "money", "work", "property", "harm"],
  cannot: ["court", "crime", "refused"],
  rights: ["choose", "accept", "language", "open", "stop"],
  duties: ["truth", "order", "respect"],
} as const;

/** What mediation is, what it can do, and what everybody may ask for (People's Mediation Law). */
export function Guide() {
  const { t } = useTranslation(["guide", "resident"]);
  return (
    <Page title={t("title")} subtitle={t("says")} back={{ to: "/", label: t("resident:nav.home") }}>
      <Card title={t("can.title")}>
        <ul className={css.list}>
          {lists.can.map((one) => (
            <li key={one}>{t(`can.${one}`)}</li>
          ))}
        </ul>
      </Card>
      <Card title={t("cannot.title")}>
        <ul className={css.list}>
          {lists.cannot.map((one) => (
            <li key={one}>{t(`cannot.${one}`)}</li>
          ))}
        </ul>
      </Card>
      <Card title={t("rights.title")}>
        <ul className={css.list}>
          {lists.rights.map((one) => (
            <li key={one}>{t(`rights.${one}`)}</li>
          ))}
        </ul>
        <p className="dim">{t("rights.article")}</p>
      </Card>
      <Card title={t("duties.title")}>
        <ul className={css.list}>
          {lists.duties.map((one) => (
            <li key={one}>{t(`duties.${one}`)}</li>
          ))}
        </ul>
        <p className="dim">{t("duties.article")}</p>
      </Card>
      <Card title={t("force.title")}>
        <p>{t("force.says")}</p>
        <p className="dim">{t("force.article")}</p>
      </Card>
      <Button kind="primary" to="/apply" wide>
        {t("resident:home.apply")}
      </Button>
    </Page>
  );
}
