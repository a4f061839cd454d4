import { useId } from "react";
import css from "./Progress.module.css";

interface ProgressProps {
  /** "12 of 20 papers are there." */
  says: string;
  there: number;
  needed: number;
}

/** How much of what is needed is there: in words, and as a bar. */
export function Progress({ says, there, needed }: ProgressProps) {
  const id = useId();
  return (
    <div className={css.whole}>
      <p id={id}>{says}</p>
      <div
        className={css.bar}
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={needed}
        aria-valuenow={there}
      >
        <span style={{ inlineSize: needed > 0 ? `${(100 * there) / needed}%` : "100%" }} />
      </div>
    </div>
  );
}
