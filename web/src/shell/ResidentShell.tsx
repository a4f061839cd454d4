import { useTranslation } from "react-i18next";
import { Link, NavLink } from "react-router";
import { residentPages } from "../entries/residentPages";
import { Mark } from "../ui/Mark";
import { Banners } from "./Banners";
import { Content, SkipLink } from "./Frame";
import { LanguageMenu } from "./LanguageMenu";
import css from "./shell.module.css";

/** One quiet column for people who come with a worry, most of them on a phone. */
export function ResidentShell() {
  const { t } = useTranslation("common");
  return (
    <div className={css.resident}>
      <SkipLink />
      <header className={`${css.top} no-print`}>
        <div className={css.topInner}>
          <Link to="/" className={css.brand}>
            <Mark size={30} />
            {t("app.name")}
          </Link>
          <LanguageMenu />
        </div>
      </header>
      <MainNav />
      <Banners />
      <Content className={css.column} />
    </div>
  );
}

/** At the lower edge of a phone, below the name of the house on a desk. */
function MainNav() {
  const { t } = useTranslation(["resident", "common"]);
  const rows = residentPages.flatMap((page) => (page.nav ? [{ path: page.path, ...page.nav }] : []));
  if (rows.length < 2) return null;
  return (
    <nav className={`${css.bottom} no-print`} aria-label={t("common:navigation")}>
      {rows.map(({ path, label, icon: Icon }) => (
        <NavLink key={path} to={path} end={path === "/"} className={css.bottomLink}>
          <Icon size={22} strokeWidth={1.8} aria-hidden />
          {t(label as "nav.home")}
        </NavLink>
      ))}
    </nav>
  );
}
