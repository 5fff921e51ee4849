import { createMiddleware } from "hono/factory";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses a request that changes something when a browser sent it from another site. A request without an origin
 * comes from no browser's page; with a bearer token it carries no ambient right that another site could use.
 */
export const requireSameOrigin = (trustedOrigins: readonly string[]) =>
  createMiddleware(async (context, next) => {
    const origin = context.req.header("origin");
    if (!safeMethods.has(context.req.method) && origin !== undefined && !trustedOrigins.includes(origin)) {
      return context.json(
        {
          error: {
            message: "This request came from another site.",
            data: {
              domain: { code: "origin_refused", fix: "Open the studio's own page and try again from there." },
            },
          },
        },
        403,
      );
    }
    if (!safeMethods.has(context.req.method) && context.req.header("sec-fetch-site") === "cross-site") {
      return context.json({ error: { message: "This request came from another site." } }, 403);
    }
    return next();
  });
