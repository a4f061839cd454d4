// A list of the server that is read onward: the next page comes below, what was there stays.
import { type InfiniteData, useInfiniteQuery } from "@tanstack/react-query";
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

/** All rows that have come, each once: what moved onto the next page between two requests stands at its
 *  first place, as it was told last. Undefined before the first page. */
export function rowsOf<T, R>(
  { data }: { data: InfiniteData<T> | undefined },
  rows: (page: T) => R[],
  key: (row: R) => string,
): R[] | undefined {
  return data && [...new Map(data.pages.flatMap(rows).map((row) => [key(row), row])).values()];
}

export const byId = (row: { id: string }): string => row.id;
export const byPerson = (row: { person: string }): string => row.person;
