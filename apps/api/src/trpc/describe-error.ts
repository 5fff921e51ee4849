import type { TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import { DomainError, isDomainError } from "../errors/domain-error.ts";
import type { DomainErrorCode } from "../errors/domain-errors.ts";

/** What the page gets to know of a failure. */
export interface DescribedError {
  readonly code: DomainErrorCode;
  readonly message: string;
  readonly fix: string;
  readonly field: string | null;
  readonly details: unknown;
}

/** Puts an expected failure into the page's words. */
export const describeDomainError = (error: DomainError): DescribedError => ({
  code: error.code,
  message: error.message,
  fix: error.fix,
  field: error.field ?? null,
  details: error.details,
});

/** Puts any failure into the page's words; what was not expected says nothing but the request's id. */
export const describeError = (error: TRPCError, requestId: string): DescribedError => {
  const { cause } = error;
  if (isDomainError(cause)) return describeDomainError(cause);
  if (cause instanceof ZodError && error.code === "BAD_REQUEST") {
    const issues = cause.issues.map(({ path, message }) => ({ path: path.join("."), message }));
    return describeDomainError(new DomainError("input_invalid", { issues }));
  }
  switch (error.code) {
    case "UNAUTHORIZED":
      return describeDomainError(new DomainError("unauthenticated", {}));
    case "NOT_FOUND":
      return describeDomainError(new DomainError("not_found", { what: "procedure" }));
    case "PARSE_ERROR":
    case "BAD_REQUEST":
    case "METHOD_NOT_SUPPORTED":
    case "UNSUPPORTED_MEDIA_TYPE":
    case "PAYLOAD_TOO_LARGE":
      return describeDomainError(
        new DomainError("input_invalid", { issues: [{ path: "", message: "The request cannot be read" }] }),
      );
    default:
      return describeDomainError(new DomainError("internal", { requestId }));
  }
};
