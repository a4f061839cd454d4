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
  const { t } = useTranslation(["resident", "common"]);
  return (
    <Page title={t("guide.title")} subtitle={t("guide.says")} back={{ to: "/", label: t("nav.home") }}>
      <Card title={t("guide.can.title")}>
        <ul className={css.list}>
          {lists.can.map((one) => (
            <li key={one}>{t(`guide.can.${one}`)}</li>
          ))}
        </ul>
      </Card>
      <Card title={t("guide.cannot.title")}>
        <ul className={css.list}>
          {lists.cannot.map((one) => (
            <li key={one}>{t(`guide.cannot.${one}`)}</li>
          ))}
        </ul>
      </Card>
      <Card title={t("guide.rights.title")}>
        <ul className={css.list}>
          {lists.rights.map((one) => (
            <li key={one}>{t(`guide.rights.${one}`)}</li>
          ))}
        </ul>
        <p className="dim">{t("guide.rights.article")}</p>
      </Card>
      <Card title={t("guide.duties.title")}>
        <ul className={css.list}>
          {lists.duties.map((one) => (
            <li key={one}>{t(`guide.duties.${one}`)}</li>
          ))}
        </ul>
        <p className="dim">{t("guide.duties.article")}</p>
      </Card>
      <Card title={t("guide.force.title")}>
        <p>{t("guide.force.says")}</p>
        <p className="dim">{t("guide.force.article")}</p>
      </Card>
      <Button kind="primary" to="/apply" wide>
        {t("home.apply")}
      </Button>
    </Page>
  );
}
