// The law's clock. In the demo city the server moves it ahead, so the page must never ask the
// machine what day it is: every answer of the API may carry the server's time.
const listeners = new Set<() => void>();
let offset = 0;

/** The present as the server sees it, in milliseconds since 1970. */
export function now(): number {
  return Date.now() + offset;
}

/** Takes the server's time (ISO instant); small differences are only the way of the answer. */
export function setClock(instant: string): void {
  const server = Date.parse(instant);
  if (Number.isNaN(server)) return;
  const fresh = server - Date.now();
  if (Math.abs(fresh - offset) < 60_000) return;
  offset = fresh;
  for (const tell of listeners) tell();
}

export function onClock(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export function clockOffset(): number {
  return offset;
}
