import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";
import type { Auth } from "../auth/create-auth.ts";
import type { Studio } from "../studio/studio.ts";
import { appRouter } from "../trpc/router.ts";
import { createContext } from "./create-context.ts";
import { imageRoutes } from "./image-routes.ts";
import { pageRoutes } from "./page-routes.ts";
import { requireSameOrigin } from "./require-same-origin.ts";
import { webhookRoutes } from "./webhook-routes.ts";

// The largest selfie, and what a form adds around it.
const maximumBodyBytes = 26_000_000;

/** What the http side is made of. */
export interface AppParts {
  readonly studio: Studio;
  readonly auth: Auth;
  readonly trustedOrigins: readonly string[];
  /** The built page's folder; null serves no page. */
  readonly pageFolder: string | null;
}

/** Everything the server answers, as one `fetch`. */
export const createApp = ({ studio, auth, trustedOrigins, pageFolder }: AppParts) => {
  const app = new Hono();
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
  app.get("/healthz", (context) => context.json({ status: "ok" }));
  app.route("/webhooks", webhookRoutes(studio));
  app.use("/trpc/*", requireSameOrigin(trustedOrigins));
  app.use("/api/*", requireSameOrigin(trustedOrigins));
  app.on(["GET", "POST"], "/api/auth/*", bodyLimit({ maxSize: 100_000 }), (context) =>
    auth.handler(context.req.raw),
  );
  app.use(
    "/trpc/*",
    bodyLimit({
      maxSize: maximumBodyBytes,
      onError: (context) =>
        context.json(
          {
            error: {
              message: "The request is larger than the studio takes.",
              code: -32_600,
              data: {
                code: "PAYLOAD_TOO_LARGE",
                httpStatus: 413,
                path: null,
                domain: {
                  code: "selfie_too_many_bytes",
                  message: "The file is larger than 25 MB.",
                  fix: "Export the photo smaller, or as JPEG, and upload that.",
                  field: "file",
                  details: { maximumBytes: 25_000_000 },
                },
              },
            },
          },
          413,
        ),
    }),
  );
  app.all("/trpc/*", (context) =>
    fetchRequestHandler({
      endpoint: "/trpc",
      req: context.req.raw,
      router: appRouter,
      createContext: () => createContext({ studio, auth, headers: context.req.raw.headers }),
    }),
  );
  app.route("/images", imageRoutes(studio, auth));
  if (pageFolder !== null) app.route("/", pageRoutes(pageFolder));
  app.onError((error, context) => {
    studio.log.error({ error, path: context.req.path }, "a request failed unexpectedly");
    return context.json({ error: { message: "Something went wrong on our side." } }, 500);
  });
  return app;
};
