import type { ReactNode } from "react";
import css from "./StatusBadge.module.css";

export type Tone = "neutral" | "ok" | "warn" | "danger" | "info" | "method" | "brand";

/** A state as a word with a dot; the word says it, the colour only helps. Wraps, never cuts off. It keeps its own
 *  direction on a page that runs the other way: "2 days left" begins with a number, which has none. */
export function StatusBadge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span data-badge className={css.badge} data-tone={tone}>
      <bdi>{children}</bdi>
    </span>
  );
}
