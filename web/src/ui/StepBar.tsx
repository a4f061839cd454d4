import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import css from "./StepBar.module.css";

/** The stages of the loop as people name them. */
export const loopSteps = [
  "registered",
  "accepted",
  "diverted",
  "mediating",
  "agreement",
  "performing",
  "visiting",
  "archived",
] as const;
export type LoopStep = (typeof loopSteps)[number];

interface StepBarProps {
  now: LoopStep;
  /** Everything is done: also the present step bears a check. */
  finished?: boolean;
}

/** Where the dispute is: 登记 受理 分流 调解 协议 履行 回访 归档. On a phone only the present step is named. */
export function StepBar({ now, finished = false }: StepBarProps) {
  const { t } = useTranslation("common");
  const at = loopSteps.indexOf(now) + (finished ? 1 : 0);
  const stateOf = (index: number) => (index < at ? "done" : index === at ? "now" : "later");
  return (
    <ol className={css.bar} aria-label={t("steps.label")}>
      {loopSteps.map((step, index) => {
        const state = stateOf(index);
        return (
          <li key={step} className={css.step} data-state={state} aria-current={state === "now" ? "step" : undefined}>
            <span className={css.dot} aria-hidden="true">
              {state === "done" ? <Check size={14} strokeWidth={3} /> : index + 1}
            </span>
            <span className={css.name}>{t(`steps.${step}`)}</span>
            {state === "done" && <span className="hidden-visually">{t("steps.done")}</span>}
          </li>
        );
      })}
    </ol>
  );
}
