import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import css from "../dispute.module.css";

/** How a day was reached, sentence by sentence; below them what follows and which law says so. */
export function HowCounted({ why, children }: { why: string[]; children?: ReactNode }) {
  const { t } = useTranslation("dispute");
  return (
    <details>
      <summary>{t("howCounted")}</summary>
      <ul className={css.because}>
        {why.map((sentence) => (
          <li key={sentence}>
            <bdi>{sentence}</bdi>
          </li>
        ))}
      </ul>
      {children}
    </details>
  );
}
