import { TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/rpc";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import type { DomainError } from "../errors/domain-error.ts";
import { describeDomainError } from "./describe-error.ts";
import { trpcErrorFrom } from "./trpc-error-from.ts";

/** The whole error of a request that was refused before it reached a procedure, as any typed client reads it. */
export const errorBody = (refusal: DomainError) => {
  const error = trpcErrorFrom(refusal);
  const httpStatus = getHTTPStatusCodeFromError(error);
  return {
    error: {
      message: refusal.message,
      code: TRPC_ERROR_CODES_BY_KEY[error.code],
      data: { code: error.code, httpStatus, path: null, domain: describeDomainError(refusal) },
    },
  };
};
