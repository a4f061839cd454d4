import type { ReactNode } from "react";
import css from "./scroll.module.css";

/** What may be wider than the screen: it scrolls by itself, with the arrow keys, too. */
export function Scroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (axe: scrollable-region-focusable)
    <section className={css.scroll} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
