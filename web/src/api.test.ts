import { afterEach, expect, test, vi } from "vitest";
import { client, done, sent, whenSignedOut } from "./api";
import { Problem } from "./problem";

// The paths of the real document are not needed here; any will do.
const post = client.POST as unknown as (path: string, init: object) => Promise<{ data?: { id: string } }>;
const get = client.GET as unknown as (path: string, init: object) => Promise<{ data?: { id: string } }>;

function answering(status: number, body: object, headers: Record<string, string> = {}) {
  const type = status < 400 ? "application/json" : "application/problem+json";
  return vi.fn((_request: Request) =>
    Promise.resolve(new Response(JSON.stringify(body), { status, headers: { "Content-Type": type, ...headers } })),
  );
}
const at = { baseUrl: "http://localhost/api" };

afterEach(() => whenSignedOut(() => {}));

test("every_post_bears_a_key_and_the_language", async () => {
  const fetch = answering(200, { id: "1" });
  expect(await done(post("/disputes", { ...at, fetch, body: {} }))).toEqual({ id: "1" });
  const request = fetch.mock.calls[0]?.[0];
  expect(request?.headers.get("Idempotency-Key")).toMatch(/^[0-9a-f-]{32,36}$/);
  expect(request?.headers.get("Accept-Language")).toBe("zh-CN");
});

test("a_given_key_and_version_are_sent_as_they_are", async () => {
  const fetch = answering(200, { id: "1" });
  await post("/disputes", { ...at, fetch, body: {}, ...sent({ key: "k1", version: 7 }) });
  const request = fetch.mock.calls[0]?.[0];
  expect(request?.headers.get("Idempotency-Key")).toBe("k1");
  expect(request?.headers.get("If-Match")).toBe('"7"');
});

test("a_refusal_is_thrown_with_its_fields", async () => {
  const problems = [{ at: "/title", code: "too_short", detail: "太短" }];
  const fetch = answering(422, { code: "form.invalid", status: 422, problems }, { "X-Request-Id": "r1" });
  const refused = await get("/x", { ...at, fetch }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Problem);
  expect(refused).toMatchObject({ status: 422, code: "form.invalid", fields: problems, request: "r1" });
});

test("no_network_is_a_problem_too", async () => {
  const fetch = () => Promise.reject(new TypeError("Failed to fetch"));
  await expect(get("/x", { ...at, fetch })).rejects.toMatchObject({ status: 0, offline: true, passing: true });
});

test("who_is_no_longer_known_is_sent_to_sign_in", async () => {
  const go = vi.fn();
  whenSignedOut(go);
  await get("/x", { ...at, fetch: answering(401, { code: "not_signed_in", status: 401 }) }).catch(() => {});
  expect(go).toHaveBeenCalledOnce();
});
