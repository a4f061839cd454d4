// Asking and telling the server with a path that is already filled in. Same manners as `client`
// (api.ts): every refusal is thrown as a Problem, a change carries its key and its version.
import { keepPreviousData, type QueryKey, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { client, sent } from "../api";

type Verb = "GET" | "POST" | "PUT" | "DELETE";
type Query = Record<string, string | number | boolean | null | undefined>;
type Open = Record<Verb, (path: string, init: object) => Promise<{ data?: unknown }>>;

const open = client as unknown as Open;

function given(query: Query): Query {
  return Object.fromEntries(
    Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== ""),
  );
}

/** GET: what is there now. */
export async function ask<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  return (await open.GET(path, { params: { query: given(query) }, signal })).data as T;
}

/** GET of what is no JSON: the bytes as a text. */
export async function askText(path: string, query: Query = {}): Promise<string> {
  return (await open.GET(path, { params: { query: given(query) }, parseAs: "text" })).data as string;
}

interface Deed {
  /** Idempotency-Key: the name of this very submit. */
  key?: string;
  /** If-Match: the state the person saw. */
  version?: number;
  verb?: Exclude<Verb, "GET">;
}

/** POST, unless another verb is given: a deed. */
export async function tell<T>(path: string, body: object | null, deed: Deed = {}): Promise<T> {
  const { verb = "POST", key, version } = deed;
  const init = { ...(body === null ? {} : { body }), ...sent({ key, version }) };
  return (await open[verb](path, init)).data as T;
}

export const keyOf = (path: string, query: Query = {}): QueryKey => [path, given(query)];

interface Manner {
  /** Asked only then. */
  when?: boolean;
  /** Milliseconds for which the answer is taken as it is. */
  fresh?: number;
  /** While another question is on its way, the answer to the one before stays. */
  keep?: boolean;
}

/** The answer of a GET, in the language of the reader. */
export function useAsk<T>(path: string, query: Query = {}, { when = true, fresh, keep }: Manner = {}) {
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: [...keyOf(path, query), i18n.language],
    queryFn: ({ signal }) => ask<T>(path, query, signal),
    enabled: when,
    ...(fresh === undefined ? {} : { staleTime: fresh }),
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });
}
