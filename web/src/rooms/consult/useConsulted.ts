import { useQueryClient } from "@tanstack/react-query";
import { useOnward } from "../../lib/onward";
import type { Consultations, Tasks } from "./shapes";

/** All to which one is invited, or those alone that wait for one's advice. */
export const useConsultations = (waiting?: true) => useOnward<Consultations>("/consultations", { waiting });
export const useTasks = () => useOnward<Tasks>("/tasks");

/** After a deed: both lists and the page itself are asked again. */
export function useAskAgain() {
  const queries = useQueryClient();
  return () =>
    void queries.invalidateQueries({
      predicate: ({ queryKey }) => /^\/(consultations|tasks)/.test(String(queryKey[0])),
    });
}
