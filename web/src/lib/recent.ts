// What this person has opened lately, the newest first; in memory alone, so that no name stays
// in the browser when the page is gone.
import { useEffect, useSyncExternalStore } from "react";
import type { Entry } from "./palette";

const most = 8;
const listeners = new Set<() => void>();
let list: Entry[] = [];

function put(next: Entry[]): void {
  list = next;
  for (const tell of listeners) tell();
}

export function remember(entry: Entry): void {
  put([entry, ...list.filter((one) => one.to !== entry.to)].slice(0, most));
}

export function forgetRecent(): void {
  put([]);
}

export function useRecent(): Entry[] {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => list,
    () => list,
  );
}

/** While this page is open it is the newest of all. */
export function useRemember({ to, label, detail }: Entry): void {
  useEffect(() => remember({ to, label, detail }), [to, label, detail]);
}
