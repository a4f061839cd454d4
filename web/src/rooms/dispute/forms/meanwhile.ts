// Somebody else changed the file while a form was open: what of the form is concerned, and how two
// versions of one value become one. Nothing that was typed is lost here.
import type { FileView } from "../types";
import type { Kind, Plan, Values } from "./plan";

/** The file as the form was begun with: its version, and its values in the shape of the form. */
export interface Base {
  version: number;
  values: Values;
}

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
const empty = (value: unknown) =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

export function startOf(plan: Plan, file: FileView, about: string): Values {
  const values = Object.fromEntries(plan.fields.map((field) => [field.name, field.start(file, about)]));
  return { ...values, ...plan.start?.(file, about) };
}

/** What the form would begin with now, or what stands on the file where it begins empty. */
export function present(plan: Plan, file: FileView, about: string, values: Values): Values {
  return { ...startOf(plan, file, about), ...plan.now?.(file, values) };
}

export const baseOf = (plan: Plan, file: FileView, about: string): Base => ({
  version: file.version,
  values: present(plan, file, about, startOf(plan, file, about)),
});

export interface Concerned {
  /** Changed by the others alone: the form takes them over. */
  taken: string[];
  /** Changed by both, and differently: a person decides. */
  both: string[];
}

export function concerned(plan: Plan, base: Values, theirs: Values, mine: Values): Concerned {
  const out: Concerned = { taken: [], both: [] };
  for (const { name } of plan.fields) {
    if (same(base[name], theirs[name]) || same(mine[name], theirs[name])) continue;
    // A form that begins empty says nothing with an empty field.
    const untouched = same(mine[name], base[name]) || (name in (plan.now ? base : {}) && empty(mine[name]));
    out[untouched ? "taken" : "both"].push(name);
  }
  return out;
}

/** Two texts or two lists can be one; two choices cannot. */
export const mergeable = (kind: Kind | undefined, theirs: unknown, mine: unknown): boolean =>
  (kind === "text" && typeof theirs === "string" && typeof mine === "string") ||
  (Array.isArray(theirs) && Array.isArray(mine));

/** Theirs first, then what of mine is not in it. */
export function merged(theirs: unknown, mine: unknown): unknown {
  if (Array.isArray(theirs) && Array.isArray(mine))
    return [...theirs, ...mine.filter((one) => !theirs.some((other) => same(one, other)))];
  const [one, other] = [String(theirs ?? "").trim(), String(mine ?? "").trim()];
  if (one.includes(other)) return one;
  if (other.includes(one)) return other;
  return `${one}\n${other}`;
}
