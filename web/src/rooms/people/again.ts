// After a deed: whatever of this room is on the screen is asked for again.
import { type QueryClient, useQueryClient } from "@tanstack/react-query";

const mine = ["/people", "/honours", "/trainings", "/training-hours", "/complaints", "/grade-proposals", "/desk"];

function askAgain(queries: QueryClient): void {
  void queries.invalidateQueries({
    predicate: ({ queryKey }) => mine.some((one) => String(queryKey[0]).startsWith(one)),
  });
}

export function useAgain(): () => void {
  const queries = useQueryClient();
  return () => askAgain(queries);
}
