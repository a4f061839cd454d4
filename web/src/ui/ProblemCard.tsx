import { CircleAlert, WifiOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import { articleSaying } from "../lib/fmt";
import { problemOf } from "../problem";
import { Bidi } from "./Bidi";
import { Button } from "./Button";
import css from "./ProblemCard.module.css";

interface ProblemCardProps {
  /** Anything that was thrown. */
  error: unknown;
  retry?: () => void;
  /** What is safe all the same: "您写的内容还在这里。" */
  safe?: string;
}

/** What failed, what is safe, what to do, and the number to name on the phone. */
export function ProblemCard({ error, retry, safe }: ProblemCardProps) {
  const { t } = useTranslation("common");
  const problem = problemOf(error);
  const known = {
    0: "offline",
    403: "forbidden",
    404: "notFound",
    412: "stale",
    429: "slowDown",
    503: "busy",
  } as const;
  const kind =
    known[problem.status as keyof typeof known] ?? (problem.status >= 500 || problem.status < 0 ? "broken" : null);
  const title = problem.title || t(`problem.${kind ?? "refused"}.title`);
  const detail = problem.detail || t(`problem.${kind ?? "refused"}.detail`);
  // Where there is no form that could mark them, the mistakes are told here.
  const mistakes = [...new Set(problem.fields.map((one) => one.detail))];
  return (
    <div className={css.problem} role="alert" data-passing={problem.passing || undefined}>
      {problem.offline ? <WifiOff size={20} aria-hidden /> : <CircleAlert size={20} aria-hidden />}
      <div className={css.body}>
        <div>
          <strong>{title}</strong>
          {mistakes.length === 0 && <p>{detail}</p>}
          {mistakes.map((one) => (
            <p key={one}>{one}</p>
          ))}
          {problem.article && (
            <p className="dim">
              <bdi>{articleSaying(problem.article)}</bdi>
            </p>
          )}
          {safe && <p>{safe}</p>}
        </div>
        {retry && mistakes.length === 0 && (
          <Button onClick={retry}>{problem.stale ? t("problem.reload") : t("problem.retry")}</Button>
        )}
        {problem.request && (
          <p className={css.trace}>
            {t("problem.trace")} <Bidi>{problem.request}</Bidi>
          </p>
        )}
      </div>
    </div>
  );
}
