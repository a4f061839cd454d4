import type { ReactNode } from "react";
import css from "./Kbd.module.css";

const shown: Record<string, string> = { mod: "Ctrl", enter: "↵", escape: "Esc", alt: "Alt", shift: "⇧" };

/** A shortcut as it stands on the keyboard: "mod+k" → Ctrl K. Hidden where there is no keyboard. */
export function Kbd({ keys, on = "surface" }: { keys: string; on?: "surface" | "brand" }) {
  const words = keys.split(/(?<=.)\+(?=.)/).map((key) => shown[key] ?? key.toUpperCase());
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a kbd takes no focus; the keys are said by the sheet
    <kbd className={css.kbd} data-on={on} dir="ltr" aria-hidden="true">
      {words.join(" ")}
    </kbd>
  );
}

/** Words around shortcuts: where the keys are hidden, the words are, too. */
export function KeysHint({ children }: { children: ReactNode }) {
  return <span className={css.hint}>{children}</span>;
}
