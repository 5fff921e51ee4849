import type { Http2Bindings, HttpBindings } from "@hono/node-server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { secureHeaders } from "hono/secure-headers";
import { type Auth, authPath, clientAddressHeader } from "../auth/create-auth.ts";
import { isOffered } from "../auth/offered-endpoints.ts";
import type { Studio } from "../studio/studio.ts";
import { appRouter } from "../trpc/router.ts";
import { clientAddress } from "./client-address.ts";
import { createContext } from "./create-context.ts";
import { imageRoutes } from "./image-routes.ts";
import { letBodyRunOut } from "./let-body-run-out.ts";
import { limitBody } from "./limit-body.ts";
import { healthRoutes } from "../health/health-routes.ts";
import type { Readiness } from "../health/readiness.ts";
import type { LiveFeeds } from "./live-feeds.ts";
import { pageRoutes } from "./page-routes.ts";
import { requireSameOrigin } from "./require-same-origin.ts";
import { webhookRoutes } from "./webhook-routes.ts";

const maximumAuthBytes = 100_000;
/** Far more calls than a page makes at once. */
const maximumCallsAtOnce = 50;

/** What the http side is made of. */
export interface AppParts {
  readonly studio: Studio;
  readonly auth: Auth;
  readonly readiness: Readiness;
  readonly feeds: LiveFeeds;
  readonly trustedOrigins: readonly string[];
  /** The built page's folder; null serves no page. */
  readonly pageFolder: string | null;
  /** How many proxies of the studio's own a request passes. */
  readonly proxiesInFront: number;
}

/** Everything the server answers, as one `fetch`. */
export const createApp = (parts: AppParts) => {
  const { studio, auth, trustedOrigins, pageFolder, proxiesInFront } = parts;
  const app = new Hono<{ Bindings: HttpBindings | Http2Bindings }>();
  app.use(letBodyRunOut);
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", "blob:", "data:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: "same-origin",
      crossOriginResourcePolicy: "same-origin",
      strictTransportSecurity: false,
    }),
  );
  app.route("/", healthRoutes(parts.readiness));
  app.route("/webhooks", webhookRoutes(studio));
  app.use("/trpc/*", requireSameOrigin(trustedOrigins));
  app.use("/api/*", requireSameOrigin(trustedOrigins));
  app.on(
    ["GET", "POST"],
    "/api/auth/*",
    bodyLimit({ maxSize: maximumAuthBytes }),
    async (context): Promise<Response> => {
      if (!isOffered(context.req.path.slice(authPath.length))) return context.body(null, 404);
      const { raw } = context.req;
      const headers = new Headers(raw.headers);
      const arrival = {
        socketAddress: context.env.incoming.socket.remoteAddress,
        forwardedFor: context.req.header("x-forwarded-for"),
      };
      headers.set(clientAddressHeader, clientAddress(arrival, proxiesInFront));
      return auth.handler(new Request(raw, { headers }));
    },
  );
  app.use("/trpc/*", limitBody);
  app.use("/trpc/*", parts.feeds.note);
  app.all("/trpc/*", (context) =>
    fetchRequestHandler({
      endpoint: "/trpc",
      req: context.req.raw,
      router: appRouter,
      // A brief may be longer than an address: questions may come as POST, too.
      allowMethodOverride: true,
      maxBatchSize: maximumCallsAtOnce,
      createContext: () => createContext({ studio, auth, headers: context.req.raw.headers }),
    }),
  );
  app.route("/images", imageRoutes(studio, auth));
  // Nothing below these is a page.
  for (const path of ["/api/*", "/images/*", "/webhooks/*"])
    app.all(path, (context) => context.body(null, 404));
  if (pageFolder !== null) app.route("/", pageRoutes(pageFolder));
  app.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse();
    studio.log.error({ error, path: context.req.path }, "a request failed unexpectedly");
    return context.json({ error: { message: "Something went wrong on our side." } }, 500);
  });
  return app;
};
