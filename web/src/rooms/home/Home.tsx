import { ChevronRight, MapPin, PenLine, Phone, Search } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Card } from "../../ui";
import css from "./home.module.css";

const ways = [
  { key: "track", to: "/track", icon: Search },
  { key: "find", to: "/committees", icon: MapPin },
] as const;

const steps = ["request", "answer", "talk", "agree", "visit"] as const;

/** The first page for a person with a worry: one sentence, one button. */
export function Home() {
  const { t } = useTranslation(["resident", "common"]);
  useEffect(() => {
    document.title = t("common:app.name");
  }, [t]);
  return (
    <div className={css.home}>
      <section className={css.hero} aria-labelledby="home-title">
        <h1 id="home-title">{t("home.title")}</h1>
        <p>{t("home.promise")}</p>
        <Link to="/apply" className={css.apply}>
          <PenLine size={20} strokeWidth={1.8} aria-hidden />
          {t("home.apply")}
        </Link>
      </section>
      <ul className={css.ways}>
        {ways.map(({ key, to, icon: Icon }) => (
          <li key={key}>
            <Link to={to} className={css.way}>
              <Icon size={22} strokeWidth={1.8} aria-hidden />
              <span>
                <strong>{t(`home.${key}.title`)}</strong>
                <span>{t(`home.${key}.says`)}</span>
              </span>
              <ChevronRight size={18} aria-hidden className="icon-direction" />
            </Link>
          </li>
        ))}
        <li>
          <a href="tel:12348" className={css.way}>
            <Phone size={22} strokeWidth={1.8} aria-hidden />
            <span>
              <strong>{t("home.call.title")}</strong>
              <span>{t("home.call.says")}</span>
            </span>
            <ChevronRight size={18} aria-hidden className="icon-direction" />
          </a>
        </li>
      </ul>
      <Card title={t("home.how")} actions={<Link to="/guide">{t("home.more")}</Link>}>
        <ol className={css.steps}>
          {steps.map((step) => (
            <li key={step}>
              <span>{t(`home.steps.${step}`)}</span>
            </li>
          ))}
        </ol>
      </Card>
      <p className={css.foot}>
        <a href="/desk/">{t("home.staff")}</a>
      </p>
    </div>
  );
}
