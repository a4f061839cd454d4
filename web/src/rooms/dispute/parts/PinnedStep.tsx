import { useEffect, useState } from "react";
import { Button } from "../../../ui";
import css from "../dispute.module.css";
import type { FileView } from "../types";
import { useWords } from "../words";

function useOutOfSight(selector: string, now: unknown): boolean {
  const [out, setOut] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another file has another card
  useEffect(() => {
    const card = document.querySelector(selector);
    if (!card || !("IntersectionObserver" in window)) return;
    const watch = new IntersectionObserver(([entry]) => entry && setOut(!entry.isIntersecting));
    watch.observe(card);
    return () => watch.disconnect();
  }, [selector, now]);
  return out;
}

/** The next step once more at the lower edge of a phone, while its card is scrolled away. Its place is kept
 *  while it is not shown: what stands last on the page is never covered just as a finger comes to it. */
export function PinnedStep({ file, open }: { file: FileView; open: (deed: string, about?: string) => void }) {
  const { word } = useWords();
  const { next } = file;
  const out = useOutOfSight("[data-next-step]", file);
  if (!next || !file.allowed.includes(next.deed)) return null;
  return (
    <div className={`${css.pinned} no-print`} data-away={!out || undefined}>
      <span>{next.says}</span>
      <Button kind="primary" onClick={() => open(next.deed, next.subject)}>
        {word("deed", next.deed)}
      </Button>
    </div>
  );
}
