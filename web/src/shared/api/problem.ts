/** What the server says when it refuses: RFC 9457 with our stable code. */
export type ProblemBody = {
  status?: number;
  code?: string;
  detail?: string;
  title?: string;
  field?: string | null;
  value?: string | null;
  remedy?: string | null;
  params?: Record<string, unknown> | null;
};

export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly code: string;
  readonly field: string | undefined;
  readonly remedy: string | undefined;
  readonly params: Record<string, unknown>;
  readonly retryAfterSeconds: number | undefined;

  constructor(status: number, body: ProblemBody, retryAfterSeconds?: number) {
    super(body.detail ?? body.title ?? `HTTP ${status}`);
    this.status = status;
    this.code = body.code ?? (status === 401 ? 'NOT_SIGNED_IN' : 'UNEXPECTED');
    this.field = body.field ?? undefined;
    this.remedy = body.remedy ?? undefined;
    this.params = { ...body.params, ...(body.value == null ? {} : { value: body.value }) };
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The server could not be reached at all: it is stopped, or the network is. */
export function unreachable(cause: unknown): ProblemError {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new ProblemError(0, { code: 'SERVER_UNREACHABLE', detail });
}

export function isProblem(error: unknown, code: string): error is ProblemError {
  return error instanceof ProblemError && error.code === code;
}
