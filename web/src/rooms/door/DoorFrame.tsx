import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Banners } from "../../shell/Banners";
import { LanguageMenu } from "../../shell/LanguageMenu";
import { Overlays } from "../../shell/Overlays";
import { Mark } from "../../ui";
import css from "./door.module.css";

/** The page around signing in: the name of the house, the language, one column. */
export function DoorFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation("common");
  return (
    <div className={css.page}>
      <div>
        <Banners />
        <header className={css.bar}>
          <a href="/" className={css.brand}>
            <Mark size={28} />
            {t("app.name")}
          </a>
          <LanguageMenu />
        </header>
      </div>
      <main id="content" tabIndex={-1} className={css.main}>
        {children}
      </main>
      <Overlays />
    </div>
  );
}
