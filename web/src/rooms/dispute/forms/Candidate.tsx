// A mediator with the reasons of the proposal: what speaks for, what against, what bars.
import { useTranslation } from "react-i18next";
import { StatusBadge } from "../../../ui";
import css from "../dispute.module.css";
import type { Candidate as Who } from "../types";
import { signed } from "./WhyNot";

export function Badges({ one }: { one: Who }) {
  const { t } = useTranslation("dispute");
  return (
    <>
      {one.proposed && <StatusBadge tone="ok">{t("bestFit")}</StatusBadge>}{" "}
      {one.bars.map((bar) => (
        <StatusBadge key={bar.key} tone={bar.reason_is_enough ? "warn" : "danger"}>
          {bar.says}
        </StatusBadge>
      ))}
    </>
  );
}

/** The heaviest reasons in words; a sign and a word, so that no colour is needed. */
export function Reasons({ of }: { of: Who["reasons"] }) {
  const { t } = useTranslation("dispute");
  return (
    <ul className={css.reasons}>
      {of.map((one) => (
        <li key={one.key + one.says} data-for={one.speaks_for || undefined}>
          <span aria-hidden>{one.speaks_for ? "+" : "−"}</span>
          <span className="hidden-visually">{t(one.speaks_for ? "speaksFor" : "speaksAgainst")}</span> {one.says}
          {one.points !== 0 && <span className={css.points}> {signed(one.points)}</span>}
        </li>
      ))}
    </ul>
  );
}
