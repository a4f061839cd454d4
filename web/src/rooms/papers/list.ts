import { useQueryClient } from "@tanstack/react-query";
import { useAsk } from "../../lib/server";
import type { PaperList } from "./shapes";

export const usePapers = (dispute: string) => useAsk<PaperList>(`/disputes/${dispute}/papers`);

/** What is said of a file's papers is asked again: the list, what the dossier and the court's packet lack. */
export function usePapersChanged(dispute: string) {
  const queries = useQueryClient();
  return () =>
    void queries.invalidateQueries({
      predicate: ({ queryKey }) => String(queryKey[0]).startsWith(`/disputes/${dispute}/`),
    });
}
