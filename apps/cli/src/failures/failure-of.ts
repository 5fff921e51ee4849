import { isTRPCClientError } from "@trpc/client";
import { z } from "zod";
import { type Failure, FailureError } from "./failure.ts";
import { ownFailure } from "./own-failures.ts";
import { exitCodeOfStudio } from "./studio-failures.ts";

const domainError = z.object({
  code: z.string(),
  message: z.string(),
  fix: z.string(),
  field: z.string().nullish(),
});

/**
 * Sorts whatever was thrown while talking to a studio: its own expected failures, no answer, an answer of something
 * else, an interruption, or a defect of this program.
 */
export function failureOf(thrown: unknown, server: string): Failure {
  if (thrown instanceof FailureError) return thrown.failure;
  if (isAbort(thrown)) return interruption();
  if (isTRPCClientError(thrown)) {
    const domain = domainError.safeParse(readDomain(thrown.data));
    if (domain.success) {
      const { code, message, fix, field } = domain.data;
      return { code, message, fix, field: field ?? null, exitCode: exitCodeOfStudio(code) };
    }
    if (thrown.cause instanceof FailureError) return thrown.cause.failure;
    if (isAbort(thrown.cause)) return interruption();
    if (isNoAnswer(thrown.cause)) return ownFailure("server_unreachable", { server });
    // JSON, and yet none of a studio's forms: another service, or a studio of another age.
    return ownFailure("server_not_understood", { server, status: null });
  }
  if (isNoAnswer(thrown)) return ownFailure("server_unreachable", { server });
  return ownFailure("unexpected", { reason: thrown instanceof Error ? thrown.message : String(thrown) });
}

function interruption(): Failure {
  return ownFailure("interrupted", {
    kept: "Interrupted.",
    comeBack: "What the studio has begun goes on: selfsame status shows it.",
  });
}

function readDomain(data: unknown): unknown {
  return typeof data === "object" && data !== null && "domain" in data ? data.domain : undefined;
}

function isAbort(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === "AbortError";
}

/** What Node's fetch throws when no answer came, or when it broke off. */
function isNoAnswer(thrown: unknown): boolean {
  return (
    thrown instanceof TypeError && (thrown.message === "fetch failed" || thrown.message === "terminated")
  );
}
