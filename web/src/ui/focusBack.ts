// Where the focus goes when what opened over the page is closed: back to what opened it, or,
// when that is gone, to the next step of the file, or to the title of the page. Never nowhere.
import { type RefCallback, useCallback, useEffect, useRef } from "react";

const placeless = (element: Element | null): boolean =>
  element === null || element === document.body || element === document.documentElement;

function takesFocus(element: HTMLElement): boolean {
  const shown = element.isConnected && element.getClientRects().length > 0;
  return shown && !element.matches(":disabled, [aria-disabled=true]") && element.tagName !== "MAIN";
}

function landing(): HTMLElement | null {
  const heading = document.querySelector<HTMLElement>("[data-next-step] h2") ?? document.querySelector("main h1");
  heading?.setAttribute("tabindex", "-1");
  return heading ?? document.querySelector<HTMLElement>("main");
}

// The page may still be drawn anew after the deed, and take the opener away.
const looks = [0, 60, 200, 600];

/** For a dialogue or a drawer: call it with whether it is open, and give the answer to its box. */
export function useFocusBack(open: boolean): RefCallback<HTMLElement> {
  const box = useRef<HTMLElement | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  const before = useRef(false);
  // Read while drawing: an effect would come after the dialogue has taken the focus.
  if (open && !before.current) {
    const active = document.activeElement;
    opener.current = active instanceof HTMLElement && !placeless(active) ? active : null;
  }
  before.current = open;
  const opened = useRef(false);
  useEffect(() => {
    if (open) {
      opened.current = true;
      return;
    }
    if (!opened.current) return;
    opened.current = false;
    const give = () => {
      const active = document.activeElement;
      // While the dialogue fades away it still holds the focus.
      if (!placeless(active) && !box.current?.contains(active)) return;
      const back = opener.current;
      (back && takesFocus(back) ? back : landing())?.focus();
    };
    const waits = looks.map((wait) => setTimeout(give, wait));
    return () => {
      for (const wait of waits) clearTimeout(wait);
    };
  }, [open]);
  return useCallback((node: HTMLElement | null) => {
    if (node) box.current = node;
  }, []);
}
