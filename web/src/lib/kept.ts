// What one tab keeps over a reload, for the account that is signed in and for nobody else: words
// that were not sent yet, and codes that are shown once. It lies in memory and in the tab's own
// storage, goes with the tab, and is wiped when the person signs out.
const prefix = "maplebridge.kept";

let owner = "";
const memory = new Map<string, string>();

const place = (name: string) => `${prefix}.${owner}.${name}`;

// A private window may refuse; then memory is all there is.
function inTab<T>(does: (tab: Storage) => T, otherwise: T): T {
  try {
    return does(sessionStorage);
  } catch {
    return otherwise;
  }
}

function places(): string[] {
  const stored = inTab((tab) => Object.keys(tab), []).filter((one) => one.startsWith(`${prefix}.`));
  return [...new Set([...memory.keys(), ...stored])];
}

function wipe(which: (place: string) => boolean): void {
  for (const one of places().filter(which)) {
    memory.delete(one);
    inTab((tab) => tab.removeItem(one), undefined);
  }
}

/** Whose things are kept from now on: an account, or nobody's (""). */
export function keepFor(account: string | null): void {
  owner = account ?? "";
}

export function keep(name: string, value: unknown): void {
  const text = JSON.stringify(value);
  memory.set(place(name), text);
  inTab((tab) => tab.setItem(place(name), text), undefined);
}

export function kept<T>(name: string): T | null {
  const text = memory.get(place(name)) ?? inTab((tab) => tab.getItem(place(name)), null);
  if (text === null) return null;
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}

export function drop(name: string): void {
  const mine = place(name);
  wipe((one) => one === mine);
}

/** Signing out: nothing of anybody stays in this tab. */
export function dropEverything(): void {
  wipe(() => true);
}

/** Signing in: nothing of somebody else who was here before stays. */
export function dropOthers(): void {
  wipe((one) => !one.startsWith(`${prefix}.${owner}.`));
}

// --- What belongs to one page ---------------------------------------------------------------

const onPage = (path: string) => `page:${path}`;

/** Kept until the page with this path is left; a reload is no leaving. */
export function keepOnPage(path: string, value: unknown): void {
  keep(onPage(path), value);
}

export function keptOnPage<T>(path: string): T | null {
  return kept<T>(onPage(path));
}

/** The shell: this page has been left. */
export function leftPage(path: string): void {
  wipe((one) => one.endsWith(`.${onPage(path)}`));
}

/** The start of an entry: what belongs to other pages was left by other ways than clicking. */
export function onlyPage(path: string): void {
  wipe((one) => one.includes(".page:") && !one.endsWith(`.${onPage(path)}`));
}
