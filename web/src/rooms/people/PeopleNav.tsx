import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import { useOnward } from "../../lib/onward";
import { type Role, useMe } from "../../shell/session";
import css from "./people.module.css";
import type { MatterList } from "./shapes";

type Key = "list" | "matters" | "trainings" | "complaints" | "grades" | "honours";

const seeing: Role[] = [
  "desk_clerk",
  "mediator",
  "director",
  "supervisor",
  "system_administrator",
  "security_administrator",
];

const places: { key: Key; to: string; roles?: Role[] }[] = [
  { key: "list", to: "/desk/people", roles: seeing },
  { key: "matters", to: "/desk/people-matters" },
  { key: "trainings", to: "/desk/trainings" },
  { key: "complaints", to: "/desk/complaints" },
  { key: "grades", to: "/desk/grades", roles: ["supervisor"] },
  { key: "honours", to: "/desk/honours" },
];

/** The pages about people, one beside the other. */
export function PeopleNav() {
  const { t } = useTranslation("people");
  const roles = useMe()?.roles ?? [];
  const due = useOnward<MatterList>("/desk/people-matters").data?.pages[0]?.due ?? 0;
  const mine = places.filter((one) => !one.roles || one.roles.some((role) => roles.includes(role)));
  return (
    <nav className={`${css.places} no-print`} aria-label={t("nav.label")}>
      <ul>
        {mine.map((one) => (
          <li key={one.key}>
            <NavLink to={one.to} end className={css.place}>
              {t(`nav.${one.key}`)}
              {one.key === "matters" && due > 0 && ` ${due}`}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
