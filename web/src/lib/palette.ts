// What the palette finds on the server. A room that can be searched says how, once:
//   offerSearch("disputes", async (query, signal) => ({ label: t("disputes"), entries: […] }));
export interface Entry {
  label: string;
  detail?: string;
  to: string;
}

export interface Found {
  label: string;
  entries: Entry[];
}

type Seeker = (query: string, signal: AbortSignal) => Promise<Found>;

const seekers = new Map<string, Seeker>();

export function offerSearch(id: string, seeker: Seeker): () => void {
  seekers.set(id, seeker);
  return () => void seekers.delete(id);
}

/** Asks every room at once; one that fails hides none of the others. */
export async function findEverywhere(query: string, signal: AbortSignal): Promise<Found[]> {
  const answers = await Promise.allSettled([...seekers.values()].map((seek) => seek(query, signal)));
  return answers.flatMap((one) => (one.status === "fulfilled" && one.value.entries.length > 0 ? [one.value] : []));
}
