import { TRPCClientError } from "@trpc/client";
import { z } from "zod";

const told = z.object({
  domain: z.object({
    code: z.string(),
    message: z.string(),
    fix: z.string(),
    field: z.string().nullable(),
    details: z.unknown(),
  }),
});

/** What a refused call tells the person; fails when the call is not refused. */
export async function domainErrorOf(call: Promise<unknown>) {
  try {
    await call;
  } catch (error) {
    if (error instanceof TRPCClientError) return told.parse(error.data).domain;
    throw error;
  }
  throw new Error("The call was not refused");
}
