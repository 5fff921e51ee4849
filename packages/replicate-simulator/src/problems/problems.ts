import type { InvalidField } from "../validation/invalid-field.ts";
import { detailOf } from "../validation/to-invalid-fields.ts";
import { Problem, type ProblemStatus } from "./problem.ts";

/** A title, a sentence and the status, as most of the provider's problems are. */
export function problem(status: ProblemStatus, title: string, detail: string): Problem {
  return new Problem(status, { title, detail, status });
}

/** 404 with the bare `detail` that the provider sends. */
export function notFound(detail: string): Problem {
  return new Problem(404, { detail, status: 404 });
}

/** 422 with every field that is wrong. */
export function invalidInput(fields: readonly InvalidField[]): Problem {
  return new Problem(422, {
    detail: detailOf(fields),
    status: 422,
    title: "Input validation failed",
    invalid_fields: fields,
  });
}

/** 422 for a version that is not there or belongs to somebody else. */
export function invalidVersion(): Problem {
  return problem(
    422,
    "Invalid version or not permitted",
    "The specified version does not exist (or perhaps you don't have permission to use it?)",
  );
}

/** 402 for an account without credit. */
export function insufficientCredit(): Problem {
  return problem(
    402,
    "Insufficient credit",
    "You have insufficient credit to run this model. Go to https://replicate.com/account/billing#billing to purchase credit. Once you purchase credit, please wait a few minutes before trying again.",
  );
}

/** 429; `Retry-After` and `retry_after` are whole seconds. */
export function throttled(retryAfterSeconds: number, why: string): Problem {
  const detail = `Request was throttled. ${why} resets in ~${retryAfterSeconds}s.`;
  return new Problem(
    429,
    { detail, status: 429, retry_after: retryAfterSeconds },
    { "retry-after": String(retryAfterSeconds) },
  );
}
