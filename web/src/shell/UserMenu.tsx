import { useQueryClient } from "@tanstack/react-query";
import { ChevronDown, KeyRound, LogOut, Settings, UserRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Menu, type MenuEntry } from "../ui/Menu";
import { toastProblem } from "../ui/toast";
import { LanguageMenu } from "./LanguageMenu";
import { forgetEverything, signOut, useMe } from "./session";
import css from "./shell.module.css";

/** Who I am here, my settings, and the way out. */
export function UserMenu() {
  const { t } = useTranslation(["desk", "common"]);
  const me = useMe();
  const queries = useQueryClient();
  // Whoever could not leave has to know it: the next person at this desk would go on in his name.
  const leave = async () => {
    try {
      await signOut();
      forgetEverything(queries);
    } catch (error) {
      toastProblem(error);
    }
  };
  const entries: MenuEntry[] = [
    ...(me ? [{ label: t("nav.account"), icon: <KeyRound size={18} aria-hidden />, to: "/desk/account" }] : []),
    { label: t("nav.settings"), icon: <Settings size={18} aria-hidden />, to: "/desk/me" },
    ...(me ? [{ label: t("signOut"), icon: <LogOut size={18} aria-hidden />, onClick: () => void leave() }] : []),
  ];
  return (
    <div className={css.userArea}>
      <LanguageMenu />
      <Menu
        label={t("user.menu")}
        entries={entries}
        button={
          <button type="button" className={css.user}>
            <span className="hidden-visually">{t("user.menu")}</span>
            <span className={css.avatar} aria-hidden="true">
              {me ? [...me.name][0] : <UserRound size={18} />}
            </span>
            {me && (
              <span className={css.userWords}>
                <strong>
                  <bdi>{me.name}</bdi>
                </strong>
                <span className="dim">{me.post}</span>
              </span>
            )}
            <ChevronDown size={16} aria-hidden />
          </button>
        }
      />
    </div>
  );
}
