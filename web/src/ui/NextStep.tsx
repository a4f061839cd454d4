import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import type { When } from "../lib/fmt";
import { Deadline } from "./Deadline";
import css from "./NextStep.module.css";

interface NextStepProps {
  /** What is to be done, as the server says it: "召开第 2 次调解会". */
  action: string;
  /** Heading before the action; "下一步" when nothing is given. */
  heading?: string;
  why?: ReactNode;
  due?: When | null;
  /** Who is answerable. */
  answerable?: ReactNode;
  /** Law: "《人民调解法》第十七条". */
  article?: ReactNode;
  /** Buttons; the primary one last. */
  children?: ReactNode;
}

/** The first thing on every dispute: the next required act, why, by when, by which law, and its button. */
export function NextStep({ action, heading, why, due, answerable, article, children }: NextStepProps) {
  const { t } = useTranslation("common");
  const id = useId();
  return (
    <section className={css.step} aria-labelledby={id} data-next-step>
      <div className={css.words}>
        <h2 id={id}>{t("next.title", { heading: heading ?? t("next.heading"), action })}</h2>
        {why && <p>{why}</p>}
        {due && (
          <p className={css.line}>
            <span className="dim">{t("next.due")}</span>
            <Deadline due={due} full />
          </p>
        )}
        {(answerable || article) && (
          <p className={css.line}>
            {answerable && (
              <span>
                <span className="dim">{t("next.answerable")}</span> {answerable}
              </span>
            )}
            {article && <span className="dim">{article}</span>}
          </p>
        )}
      </div>
      {children && <div className={`${css.buttons} no-print`}>{children}</div>}
    </section>
  );
}
