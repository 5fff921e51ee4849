import type { AppRouter } from "@selfsame/api/router";
import { isTRPCClientError, type TRPCClientErrorLike } from "@trpc/client";

/** What the api says about an expected failure: a closed code, what happened, what to do. */
export type DomainProblem = NonNullable<NonNullable<TRPCClientErrorLike<AppRouter>["data"]>["domain"]>;

export type DomainCode = DomainProblem["code"];

/** Everything that can go wrong with a call, as the page tells it apart. */
export type CallProblem =
  | { readonly kind: "domain"; readonly domain: DomainProblem }
  | { readonly kind: "unreachable" }
  | { readonly kind: "stopped" }
  | { readonly kind: "unexpected" };

/**
 * Sorts a failed call: an expected failure of the api, no answer, stopped by the person, or a defect.
 *
 * @example
 * const problem = problemOf(error); // { kind: "domain", domain: { code: "model_missing", … } }
 */
export function problemOf(error: unknown): CallProblem {
  if (isAborted(error)) return { kind: "stopped" };
  if (!isTRPCClientError<AppRouter>(error)) return { kind: "unexpected" };
  const domain = error.data?.domain;
  if (domain) return { kind: "domain", domain };
  if (isAborted(error.cause)) return { kind: "stopped" };
  // Without a shape the answer was none of the api's: no connection, or something in between replied.
  return error.shape === undefined ? { kind: "unreachable" } : { kind: "unexpected" };
}

/** The api's own account of an expected failure, or undefined when it was anything else. */
export function domainErrorOf(error: unknown): DomainProblem | undefined {
  const problem = problemOf(error);
  return problem.kind === "domain" ? problem.domain : undefined;
}

function isAborted(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}
