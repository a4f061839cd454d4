// Offices as an indented list: each below the one that it belongs to, in the order of the server.
import type { Organisation } from "../shared/shapes";

export interface Branch {
  office: Organisation;
  depth: number;
  /** How many lie directly below. */
  below: number;
}

/** What hangs below nothing that is listed stands at the top. */
export function treeOf(offices: Organisation[]): Branch[] {
  const known = new Set(offices.map((one) => one.id));
  const children = new Map<string, Organisation[]>();
  for (const one of offices) {
    const above = one.parent && known.has(one.parent) ? one.parent : "";
    children.set(above, [...(children.get(above) ?? []), one]);
  }
  const grow = (above: string, depth: number): Branch[] =>
    (children.get(above) ?? []).flatMap((office) => [
      { office, depth, below: children.get(office.id)?.length ?? 0 },
      ...grow(office.id, depth + 1),
    ]);
  return grow("", 0);
}

/** What was found, and above each the way down to it. */
export function found(tree: Branch[], fits: (office: Organisation) => boolean): Branch[] {
  const parents = new Map(tree.map((one) => [one.office.id, one.office.parent]));
  const kept = new Set<string>();
  for (const { office } of tree) {
    if (!fits(office)) continue;
    for (let at: string | null | undefined = office.id; at && !kept.has(at); at = parents.get(at)) kept.add(at);
  }
  return tree.filter((one) => kept.has(one.office.id));
}
