// Everything that a person can do is registered once, with its name and its keys. The palette,
// the shortcuts and the "?" sheet read the same list.
import { useEffect, useSyncExternalStore } from "react";
import { settings } from "./settings";

export interface Action {
  id: string;
  label: string;
  /** "mod+k" (Ctrl, ⌘ on a Mac), "alt+1", "n", "?", "enter"; without keys only the palette has it. */
  keys?: string;
  /** Heading in the palette and in the sheet. */
  group?: string;
  /** Goes to a page; the palette lists these by themselves. */
  page?: boolean;
  /** Works, but is not listed (moving between rows). */
  quiet?: boolean;
  run: () => void;
}

const registered = new Map<symbol, Action[]>();
const listeners = new Set<() => void>();
let list: Action[] = [];

function changed(): void {
  // What was registered last wins a key: the page over the shell, the drawer over the page.
  list = [...registered.values()].reverse().flat();
  for (const tell of listeners) tell();
}

/** Offers these actions while the component is on the page. Give a memoised array. */
export function useActions(actions: Action[]): void {
  useEffect(() => {
    const mine = Symbol("actions");
    registered.set(mine, actions);
    changed();
    return () => {
      registered.delete(mine);
      changed();
    };
  }, [actions]);
}

export function useRegisteredActions(): Action[] {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => list,
    () => list,
  );
}

/** The keys of an event in our spelling. */
export function keysOf(event: KeyboardEvent): string {
  const key = event.key.toLowerCase();
  const shift = event.shiftKey && (event.key.length > 1 || /[a-z]/i.test(event.key));
  return [(event.ctrlKey || event.metaKey) && "mod", event.altKey && "alt", shift && "shift", key]
    .filter(Boolean)
    .join("+");
}

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Whether a single key may act here: never while typing, in a dialogue, or on a control that needs it. */
function singleKeyMayAct(event: KeyboardEvent): boolean {
  if (!settings().singleKeys || typing(event.target)) return false;
  if (document.querySelector('[aria-modal="true"]')) return false;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest("[role=menu], [role=listbox], [role=grid]")) return false;
  const acts = target?.closest("a, button, summary, [role=tab], [role=radio]");
  return !(acts && (event.key === "Enter" || event.key === " "));
}

/** A key that an input method is still composing with belongs to the input method. */
export function composing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

function onKey(event: KeyboardEvent): void {
  if (composing(event) || event.defaultPrevented) return;
  const keys = keysOf(event);
  const action = list.find((one) => one.keys === keys);
  if (!action) return;
  const combined = event.ctrlKey || event.metaKey || event.altKey;
  if (!combined && !singleKeyMayAct(event)) return;
  event.preventDefault();
  action.run();
}

export function startShortcuts(): void {
  document.addEventListener("keydown", onKey);
}
