// What the API says when it says no (RFC 9457), as one error type.
export interface FieldProblem {
  /** JSON pointer to the field: "/parties/0/name". */
  at: string;
  code: string;
  /** The sentence for the person, in the language asked for. */
  detail: string;
}

export interface Article {
  key: string;
  law: string;
  article: string;
  says: string;
}

export interface ProblemBody {
  type?: string;
  title?: string;
  status: number;
  detail?: string;
  code: string;
  problems?: FieldProblem[];
  article?: Article | null;
  request?: string;
}

export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly fields: FieldProblem[];
  readonly article: Article | null;
  /** The request id: what a person reads out on the phone. */
  readonly request: string;
  /** Seconds to wait before another try, where the server named them. */
  readonly retryAfter: number | null;

  constructor(body: ProblemBody, retryAfter: number | null = null) {
    super(body.detail || body.title || body.code);
    this.name = "Problem";
    this.status = body.status;
    this.code = body.code;
    this.title = body.title ?? "";
    this.detail = body.detail ?? "";
    this.fields = body.problems ?? [];
    this.article = body.article ?? null;
    this.request = body.request ?? "";
    this.retryAfter = retryAfter;
  }

  /** Nobody answered: no network, or the server is away. */
  get offline(): boolean {
    return this.status === 0;
  }

  /** Somebody changed it in the meantime. */
  get stale(): boolean {
    return this.status === 412;
  }

  /** Whether the same request may succeed later without a change by the person. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** Any thrown thing as a Problem: a failed fetch becomes status 0, our own bug status -1. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof TypeError && /fetch|network|load/i.test(error.message))
    return new Problem({ status: 0, code: "offline" });
  return new Problem({ status: -1, code: "unexpected" });
}

export async function problemFrom(response: Response): Promise<Problem> {
  const wait = Number(response.headers.get("Retry-After"));
  const retryAfter = Number.isFinite(wait) && wait > 0 ? wait : null;
  const request = response.headers.get("X-Request-Id") ?? "";
  if (response.headers.get("Content-Type")?.includes("json")) {
    try {
      const body = (await response.clone().json()) as Partial<ProblemBody>;
      return new Problem({ request, ...body, code: body.code ?? "unknown", status: response.status }, retryAfter);
    } catch {
      // A proxy in between may cut an answer off; the status still says enough.
    }
  }
  return new Problem({ status: response.status, code: `http_${response.status}`, request }, retryAfter);
}
