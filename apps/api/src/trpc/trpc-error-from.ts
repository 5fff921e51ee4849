import { TRPCError } from "@trpc/server";
import { isDomainError } from "../errors/domain-error.ts";
import { trpcCodes } from "./trpc-codes.ts";

/** Maps anything thrown to tRPC's error: expected failures by the one table, all else to an internal error. */
export const trpcErrorFrom = (thrown: unknown): TRPCError => {
  const cause = thrown instanceof TRPCError && isDomainError(thrown.cause) ? thrown.cause : thrown;
  if (isDomainError(cause))
    return new TRPCError({ code: trpcCodes[cause.code], message: cause.message, cause });
  if (thrown instanceof TRPCError) return thrown;
  return new TRPCError({ code: "INTERNAL_SERVER_ERROR", message: "internal", cause: thrown });
};
