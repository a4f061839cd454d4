// What a person has set on this device: size of the text, single-key shortcuts. Nothing of
// a dispute is ever kept here.
import { useSyncExternalStore } from "react";

export interface Settings {
  textScale: 1 | 1.15 | 1.3 | 1.5;
  /** Single-key shortcuts can be switched off (WCAG 2.1.4). */
  singleKeys: boolean;
}

const place = "maplebridge.settings";
const usual: Settings = { textScale: 1, singleKeys: true };
const listeners = new Set<() => void>();
let current = read();

function read(): Settings {
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(place) ?? "{}") as Partial<Settings>) };
  } catch {
    return usual;
  }
}

function apply(): void {
  document.documentElement.style.setProperty("--text-scale", String(current.textScale));
}

export function settings(): Settings {
  return current;
}

export function changeSettings(change: Partial<Settings>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(place, JSON.stringify(current));
  } catch {
    // A private window may refuse; the setting then holds until the page is left.
  }
  apply();
  for (const tell of listeners) tell();
}

export function useSettings(): Settings {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    settings,
    settings,
  );
}

export function startSettings(): void {
  apply();
}
