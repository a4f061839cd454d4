// What is shown once, on the page that shows it: there after a reload, gone when the page is left.
import { useMemo, useState } from "react";
import { useLocation } from "react-router";
import { keepOnPage, keptOnPage } from "../../lib/kept";
import { useSignedIn } from "../../shell/session";

/** The thing, how it is laid there, and whether it is known yet that there is none. */
export function useShownOnce<T>(): { shown: T | null; show: (thing: T) => void; known: boolean } {
  const { pathname } = useLocation();
  // Whose it is has to be known first.
  const { known } = useSignedIn();
  const [laid, setLaid] = useState<T | null>(null);
  const before = useMemo(() => (known ? keptOnPage<T>(pathname) : null), [known, pathname]);
  const show = (thing: T) => {
    keepOnPage(pathname, thing);
    setLaid(thing);
  };
  return { shown: laid ?? before, show, known };
}
