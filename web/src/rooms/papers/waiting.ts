// Files that are to follow a record which is being written down: they wait here, in the memory of
// the page, until the record has a file that they can go to.
export interface Waiting {
  files: File[];
  visibility: string;
}

const waiting = new Map<string, Waiting>();

export function letFollow(dispute: string, files: File[], visibility: string): void {
  if (files.length > 0) waiting.set(dispute, { files, visibility });
}

export const following = (dispute: string): Waiting | undefined => waiting.get(dispute);

export function followed(dispute: string): void {
  waiting.delete(dispute);
}
