// A list of the server that is read onward: the next page comes below, what was there stays.
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ask, keyOf } from "./server";

/** The pages of a GET with a cursor, as far as they were asked for; told anew they all come again. */
export function useOnward<T extends { cursor: string | null }>(
  path: string,
  query: Record<string, string | boolean | undefined> = {},
) {
  const { i18n } = useTranslation();
  return useInfiniteQuery({
    queryKey: [...keyOf(path, query), i18n.language, "onward"],
    queryFn: ({ pageParam, signal }) => ask<T>(path, { ...query, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.cursor,
  });
}
