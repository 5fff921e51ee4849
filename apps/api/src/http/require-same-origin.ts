import { createMiddleware } from "hono/factory";
import { DomainError } from "../errors/domain-error.ts";
import { errorBody } from "../trpc/error-body.ts";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses a request that changes something when a browser sent it from another site. A request without an origin
 * comes from no browser's page; with a bearer token it carries no ambient right that another site could use.
 */
export const requireSameOrigin = (trustedOrigins: readonly string[]) =>
  createMiddleware(async (context, next) => {
    if (safeMethods.has(context.req.method)) return next();
    const origin = context.req.header("origin");
    const isForeign = origin !== undefined && !trustedOrigins.includes(origin);
    if (isForeign || context.req.header("sec-fetch-site") === "cross-site")
      return context.json(errorBody(new DomainError("origin_refused", {})), 403);
    return next();
  });
