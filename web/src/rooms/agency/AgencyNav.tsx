import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import { useOnward } from "../../lib/onward";
import { useConsultations } from "../consult/useConsulted";
import type { CallsAsked } from "../shared/shapes";
import css from "./agency.module.css";

/** The calls that run, those that owe something soonest first. */
export function useCalls(over = false) {
  return useOnward<CallsAsked>("/calls", { over: over || undefined });
}

/** The pages of an agency's officer, one beside the other. */
export function AgencyNav() {
  const { t } = useTranslation("agency");
  const waiting = useCalls().data?.pages[0]?.running ?? 0;
  const asked = useConsultations().data?.pages[0]?.waiting ?? 0;
  return (
    <nav className={`${css.places} no-print`} aria-label={t("nav.label")}>
      <ul>
        <li>
          <NavLink to="/link" end className={css.place}>
            {t("nav.referrals")}
          </NavLink>
        </li>
        <li>
          <NavLink to="/link/calls" className={css.place}>
            {t("nav.calls")}
            {waiting > 0 && ` ${waiting}`}
          </NavLink>
        </li>
        <li>
          <NavLink to="/link/consultations" className={css.place}>
            {t("nav.consultations")}
            {asked > 0 && ` ${asked}`}
          </NavLink>
        </li>
        <li>
          <NavLink to="/link/packages" className={css.place}>
            {t("nav.packages")}
          </NavLink>
        </li>
      </ul>
    </nav>
  );
}
