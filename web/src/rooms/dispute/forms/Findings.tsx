// What a court would refuse in an agreement, or what is to be asked: each with its rule and article.
import { useTranslation } from "react-i18next";
import { StatusBadge } from "../../../ui";
import type { Finding } from "../../shared/shapes";
import css from "../dispute.module.css";

interface FindingsProps {
  found: Finding[];
  /** Goes to the place that a finding is about; without it there is nothing to go to. */
  go?: (at: string) => void;
}

export function Findings({ found, go }: FindingsProps) {
  const { t } = useTranslation("dispute");
  return (
    <ul className={css.plain}>
      {found.map((one) => (
        <li key={one.at + one.code} data-finding={one.weight}>
          <StatusBadge tone={one.weight === "refused" ? "danger" : "warn"}>{t(`checked.${one.weight}`)}</StatusBadge>{" "}
          {go ? (
            <button type="button" className={css.finding} onClick={() => go(one.at)}>
              {one.says}
            </button>
          ) : (
            one.says
          )}
          {one.article && (
            <span className="dim">
              {" "}
              {one.article.law} {one.article.article}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
