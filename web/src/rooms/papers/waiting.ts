// Files that are to follow a record which is being written down: they wait here, in the memory of
// the page, until the record has a file that they can go to.
import type { Item } from "./queue";

export interface Waiting {
  items: Item[];
  visibility: string;
}

const waiting = new Map<string, Waiting>();

export function letFollow(dispute: string, items: Item[], visibility: string): void {
  if (items.length > 0) waiting.set(dispute, { items, visibility });
}

export const following = (dispute: string): Waiting | undefined => waiting.get(dispute);

/** One has arrived, and is not sent again when somebody comes back to the page. */
export function followed(dispute: string, item: string): void {
  const { items = [], visibility = "" } = waiting.get(dispute) ?? {};
  const left = items.filter((one) => one.id !== item);
  if (left.length > 0) waiting.set(dispute, { items: left, visibility });
  else waiting.delete(dispute);
}
