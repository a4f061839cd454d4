import { ChevronDown } from "lucide-react";
import { useTranslation } from "react-i18next";
import { languages, speak } from "../i18n";
import { known, offered } from "../i18n/languages";
import css from "./shell.module.css";

/** The languages by their own names; the choice is remembered for a year. */
export function LanguageMenu() {
  const { t, i18n } = useTranslation("common");
  const now = known(i18n.language) ?? "zh-CN";
  return (
    <span className={css.language}>
      <select
        aria-label={t("language")}
        value={now}
        onChange={(event) => void speak(event.currentTarget.value as typeof now)}
      >
        {(offered.includes(now) ? offered : [now, ...offered]).map((one) => (
          <option key={one} value={one} lang={one}>
            {languages[one].name}
          </option>
        ))}
      </select>
      <ChevronDown size={16} aria-hidden />
    </span>
  );
}
