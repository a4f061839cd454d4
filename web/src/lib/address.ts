// What a page shows stands in its address, so that it can be sent to a colleague and the back
// button works.
import { useCallback } from "react";
import { type NavigateOptions, useLocation, useNavigate, useSearchParams } from "react-router";

export type Changes = Record<string, string | null>;

/** An address's words after the question mark with these changed; null or nothing takes one away. */
export function changed(search: string, changes: Changes): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) value ? next.set(name, value) : next.delete(name);
  return next;
}

/** The address as it is drawn, and how to change it. A change begins at the address of the window:
 * a hand that is faster than the page would else take back what it has just chosen. Whoever has gone
 * on to another page by then (a file may take minutes to arrive) is left there in peace. */
export function useAddress() {
  const [search] = useSearchParams();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const change = useCallback(
    (changes: Changes, options: NavigateOptions = {}) => {
      if (window.location.pathname !== pathname) return;
      void navigate(`?${changed(window.location.search, changes)}`, { preventScrollReset: true, ...options });
    },
    [navigate, pathname],
  );
  return { search, change };
}
