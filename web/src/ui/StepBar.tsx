import { Check, Minus } from "lucide-react";
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
  /** Steps that this dispute never took: no agreement where mediation ended without one. */
  skipped?: LoopStep[];
}

/** Where the dispute is: 登记 受理 分流 调解 协议 履行 回访 归档. On a phone only the present step is named. */
export function StepBar({ now, finished = false, skipped = [] }: StepBarProps) {
  const { t } = useTranslation("common");
  const at = loopSteps.indexOf(now) + (finished ? 1 : 0);
  const stateOf = (step: LoopStep, index: number) =>
    skipped.includes(step) ? "skipped" : index < at ? "done" : index === at ? "now" : "later";
  return (
    <ol className={css.bar} aria-label={t("steps.label")}>
      {loopSteps.map((step, index) => {
        const state = stateOf(step, index);
        return (
          <li key={step} className={css.step} data-state={state} aria-current={state === "now" ? "step" : undefined}>
            <span className={css.dot} aria-hidden="true">
              {state === "done" ? (
                <Check size={14} strokeWidth={3} />
              ) : state === "skipped" ? (
                <Minus size={14} strokeWidth={3} />
              ) : (
                index + 1
              )}
            </span>
            <span className={css.name}>{t(`steps.${step}`)}</span>
            {(state === "done" || state === "skipped") && (
              <span className="hidden-visually">{t(`steps.${state}`)}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
