// The one door to the server. Types come from schema.d.ts, which `npm run types` prints from the
// OpenAPI document; nothing about a path or a field is written down a second time.
//
//   const { data } = api.useQuery("get", "/disputes/{dispute}", { params: { path: { dispute } } });
//   await client.POST("/disputes", { body, ...sent({ key: form.key }) });
//   await client.PUT("/disputes/{dispute}/assignment", { body, params, ...sent({ version: dispute.version }) });
//
// Every refusal is thrown as a Problem; `data` of a call that returned is always there.
import { QueryClient } from "@tanstack/react-query";
import i18next from "i18next";
import createClient, { type Middleware } from "openapi-fetch";
import createHooks from "openapi-react-query";
import { setClock } from "./lib/clock";
import { type Problem, problemFrom, problemOf } from "./problem";
import type { paths } from "./schema";

let signedOut: () => void = () => {};

/** What to do when the server no longer knows us (401); each entry has its own sign-in page. */
export function whenSignedOut(go: () => void): void {
  signedOut = go;
}

/** A name for one deed, kept over its repeats (Idempotency-Key). Works without a secure context too. */
export function newKey(): string {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Headers of a change: `key` names the submit of a form, `version` is the state the person saw. */
export function sent({ key, version }: { key?: string; version?: number | string }) {
  return {
    headers: {
      ...(key === undefined ? {} : { "Idempotency-Key": key }),
      ...(version === undefined ? {} : { "If-Match": `"${version}"` }),
    },
  };
}

export const manners: Middleware = {
  onRequest({ request }) {
    request.headers.set("Accept-Language", i18next.language || "zh-CN");
    if (request.method === "POST" && !request.headers.has("Idempotency-Key"))
      request.headers.set("Idempotency-Key", newKey());
    return request;
  },
  async onResponse({ response }) {
    const now = response.headers.get("Maplebridge-Now");
    if (now) setClock(now);
    if (response.ok) return undefined;
    if (response.status === 401) signedOut();
    throw await problemFrom(response);
  },
  onError({ error }) {
    return problemOf(error);
  },
};

export const client = createClient<paths>({ baseUrl: "/api", credentials: "same-origin" });
client.use(manners);

export const api = createHooks(client);

/** The data of a call; a refusal has been thrown before. `const dispute = await done(client.POST(…))` */
export async function done<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T;
}

const again = (failures: number, error: Error) => failures < 2 && problemOf(error).passing;

export const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: again, staleTime: 10_000, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
});

declare module "@tanstack/react-query" {
  interface Register {
    defaultError: Problem;
  }
}
