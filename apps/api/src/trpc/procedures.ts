import { initTRPC } from "@trpc/server";
import { requireNotSuspended } from "../account/require-not-suspended.ts";
import { DomainError, isDomainError } from "../errors/domain-error.ts";
import type { LimitedAct } from "../rate-limits/rate-limits.ts";
import type { Context } from "./context.ts";
import { requireScope } from "../tokens/require-scope.ts";
import { describeError } from "./describe-error.ts";
import { scopeOfProcedure } from "./procedure-scopes.ts";
import { trpcErrorFrom } from "./trpc-error-from.ts";

const pingIntervalMs = 15_000;
const reconnectAfterInactivityMs = 40_000;

const trpc = initTRPC.context<Context>().create({
  isServer: true,
  sse: {
    ping: { enabled: true, intervalMs: pingIntervalMs },
    client: { reconnectAfterInactivityMs },
  },
  errorFormatter: ({ shape, error, ctx }) => {
    const domain = describeError(error, ctx?.requestId ?? "unknown");
    // The stack and the cause stay here; an unexpected error's own text never leaves.
    return {
      message: domain.message,
      code: shape.code,
      data: {
        code: shape.data.code,
        httpStatus: shape.data.httpStatus,
        path: shape.data.path ?? null,
        domain,
      },
    };
  },
});

/** Makes a router of procedures. */
export const router = trpc.router;

const mapped = trpc.procedure.use(async ({ next, ctx, path }) => {
  const result = await next();
  if (result.ok) return result;
  const error = trpcErrorFrom(result.error);
  if (!isDomainError(error.cause) && error.code === "INTERNAL_SERVER_ERROR") {
    ctx.log.error({ error: result.error, path }, "a procedure failed unexpectedly");
  } else {
    ctx.log.info(
      { code: isDomainError(error.cause) ? error.cause.code : error.code, path },
      "a request was refused",
    );
  }
  throw error;
});

/** A procedure anybody may call. */
export const publicProcedure = mapped;

/**
 * A procedure for a signed-in subject, or for a program of theirs whose access token goes as far as
 * `procedure-scopes.ts` asks; `ctx.caller` is the subject.
 */
export const subjectProcedure = mapped.use(async ({ ctx, path, next }) => {
  const access = await ctx.findAccess();
  if (access === null) throw trpcErrorFrom(new DomainError("unauthenticated", {}));
  requireScope(access, scopeOfProcedure(path));
  return next({ ctx: { ...ctx, caller: access.caller } });
});

/**
 * A procedure for a signed-in subject that counts as an act of theirs and of their address.
 *
 * @throws DomainError `rate_limited`, `account_suspended` for all but exporting
 */
export const limitedProcedure = (act: LimitedAct) =>
  subjectProcedure.use(async ({ ctx, next }) => {
    // What somebody has is theirs whatever an operator says: only making something new can be taken away.
    if (act !== "export") await requireNotSuspended(ctx.studio, ctx.caller);
    await ctx.studio.rateLimits.count(act, { account: ctx.caller.subjectId, address: ctx.address });
    return next();
  });

/**
 * Passes a live feed on with its failures mapped: they would bypass every middleware. An access token that was revoked
 * meanwhile is told nothing more.
 */
export async function* mappedFeed<T>(feed: AsyncIterable<T>, ctx: Context): AsyncGenerator<T> {
  try {
    for await (const news of feed) {
      await ctx.requireStillAccess();
      yield news;
    }
  } catch (thrown) {
    const error = trpcErrorFrom(thrown);
    if (error.code === "INTERNAL_SERVER_ERROR")
      ctx.log.error({ error: thrown }, "a live feed failed unexpectedly");
    throw error;
  }
}
