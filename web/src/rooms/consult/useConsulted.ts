import { useQueryClient } from "@tanstack/react-query";
import { useAsk } from "../../lib/server";
import type { Consultations, Tasks } from "./shapes";

export const useConsultations = (when = true) => useAsk<Consultations>("/consultations", {}, { when });
export const useTasks = (when = true) => useAsk<Tasks>("/tasks", {}, { when });

/** After a deed: both lists and the page itself are asked again. */
export function useAskAgain() {
  const queries = useQueryClient();
  return () =>
    void queries.invalidateQueries({
      predicate: ({ queryKey }) => /^\/(consultations|tasks)/.test(String(queryKey[0])),
    });
}
