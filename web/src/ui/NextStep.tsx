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
  /** How the time was reckoned. */
  why?: ReactNode;
  due?: When | null;
  /** Who is answerable. */
  answerable?: ReactNode;
  /** Law: "《人民调解法》第十七条". */
  article?: ReactNode;
  /** Buttons; the primary one last. */
  children?: ReactNode;
}

/** The first thing on every dispute: the next required act, who does it, by when, by which law, and its button. */
export function NextStep({ action, heading, why, due, answerable, article, children }: NextStepProps) {
  const { t } = useTranslation("common");
  const id = useId();
  return (
    <section className={css.step} aria-labelledby={id} data-next-step>
      <div className={css.words}>
        <h2 id={id} tabIndex={-1}>
          <bdi>{t("next.title", { heading: heading ?? t("next.heading"), action })}</bdi>
        </h2>
        <dl className={css.facts}>
          {answerable && (
            <>
              <dt>
                <bdi>{t("next.answerable")}</bdi>
              </dt>
              <dd>
                <bdi>{answerable}</bdi>
              </dd>
            </>
          )}
          {due && (
            <>
              <dt>
                <bdi>{t("next.due")}</bdi>
              </dt>
              <dd>
                <Deadline due={due} full />
                {why}
              </dd>
            </>
          )}
          {article && (
            <>
              <dt>
                <bdi>{t("next.article")}</bdi>
              </dt>
              <dd>
                <bdi>{article}</bdi>
              </dd>
            </>
          )}
        </dl>
      </div>
      {children && <div className={`${css.buttons} no-print`}>{children}</div>}
    </section>
  );
}
