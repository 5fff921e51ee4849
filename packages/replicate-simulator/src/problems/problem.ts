/** An answer that is not a success: thrown by handlers, sent as `application/problem+json`. */
export class Problem extends Error {
  readonly status: ProblemStatus;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: ProblemStatus,
    body: Readonly<Record<string, unknown>>,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(`Problem ${status}`);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

export type ProblemStatus = 400 | 401 | 402 | 403 | 404 | 413 | 422 | 429 | 500;
