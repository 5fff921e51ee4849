import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { type Context, Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { type Auth, authPath, sessionSeconds } from "../auth/create-auth.ts";
import type { Secrets } from "../auth/secrets.ts";
import type { PaymentProvider } from "../credits/payment-provider.ts";
import type { FileOutbox } from "../mail/file-outbox.ts";
import type { Studio } from "../studio/studio.ts";
import { appRouter } from "../trpc/router.ts";
import { authRoutes } from "./auth-routes.ts";
import { clientAddress } from "./client-address.ts";
import { createContext } from "./create-context.ts";
import { imageRoutes } from "./image-routes.ts";
import { letBodyRunOut } from "./let-body-run-out.ts";
import { limitBody } from "./limit-body.ts";
import { experimentFileRoutes } from "./experiment-file-routes.ts";
import { downloadRoutes } from "./download-routes.ts";
import { exportRoutes } from "./export-routes.ts";
import { healthRoutes } from "../health/health-routes.ts";
import type { Readiness } from "../health/readiness.ts";
import type { LiveFeeds } from "./live-feeds.ts";
import { operatorRoutes } from "./operator-routes.ts";
import { outboxRoutes } from "./outbox-routes.ts";
import { pageRoutes } from "./page-routes.ts";
import { paymentRoutes } from "./payment-routes.ts";
import { readBeforeStreaming } from "./read-before-streaming.ts";
import { renewOlderSessions } from "./renew-older-sessions.ts";
import { requireSameOrigin } from "./require-same-origin.ts";
import { requestLog } from "./request-log.ts";
import { retryAfterHeader } from "./retry-after-header.ts";
import type { ServerEnvironment } from "./server-environment.ts";
import { securityHeaders } from "./security-headers.ts";
import { shootRoutes } from "./shoot-routes.ts";
import { webhookRoutes } from "./webhook-routes.ts";

/** Far more calls than a page makes at once. */
const maximumCallsAtOnce = 50;

/** What the http side is made of. */
export interface AppParts {
  readonly studio: Studio;
  readonly auth: Auth;
  readonly readiness: Readiness;
  readonly feeds: LiveFeeds;
  readonly trustedOrigins: readonly string[];
  /** The studio's own secrets, by which sessions and operators are known. */
  readonly secrets: Secrets;
  /** Who tells of payments; null takes none. */
  readonly payments: PaymentProvider | null;
  /** Whether browsers reach the studio by https. */
  readonly isHttps: boolean;
  /** The built page's folder; null serves no page. */
  readonly pageFolder: string | null;
  /** How many proxies of the studio's own a request passes. */
  readonly proxiesInFront: number;
  /** What is counted, for whoever carries its token; null tells it nowhere here. */
  readonly metricsRoutes: Hono | null;
  /** The mail that is shown to whoever sits at this machine; null shows none. */
  readonly outbox: FileOutbox | null;
}

/** Everything the server answers, as one `fetch`. */
export const createApp = (parts: AppParts) => {
  const { studio, auth, trustedOrigins, pageFolder, proxiesInFront } = parts;
  const app = new Hono<ServerEnvironment>();
  const addressOf = (context: Context<ServerEnvironment>) =>
    clientAddress(
      {
        socketAddress: context.env.incoming.socket.remoteAddress,
        forwardedFor: context.req.header("x-forwarded-for"),
      },
      proxiesInFront,
    );
  app.use(requestLog(studio));
  app.use(letBodyRunOut);
  app.use(securityHeaders(parts.isHttps));
  app.route("/", healthRoutes(parts.readiness));
  if (parts.metricsRoutes !== null) app.route("/", parts.metricsRoutes);
  app.route("/webhooks", webhookRoutes(studio));
  if (parts.payments !== null) app.route("/webhooks", paymentRoutes(studio, parts.payments));
  app.route("/operator", operatorRoutes(studio, parts.secrets));
  const sessionCookie = async () => ({
    name: (await auth.$context).authCookies.sessionToken.name,
    isSecure: parts.isHttps,
    maxAgeSeconds: sessionSeconds,
  });
  app.use(renewOlderSessions(sessionCookie, parts.secrets));
  app.use("/trpc/*", requireSameOrigin(trustedOrigins));
  app.use("/api/*", requireSameOrigin(trustedOrigins));
  app.route(authPath, authRoutes({ studio, auth, addressOf }));
  app.use("/trpc/*", limitBody);
  app.use("/trpc/*", parts.feeds.note);
  app.all("/trpc/*", async (context) =>
    fetchRequestHandler({
      endpoint: "/trpc",
      req: await readBeforeStreaming(context.req.raw),
      router: appRouter,
      // A brief may be longer than an address: questions may come as POST, too.
      allowMethodOverride: true,
      maxBatchSize: maximumCallsAtOnce,
      createContext: () =>
        createContext({
          studio,
          auth,
          headers: context.req.raw.headers,
          address: addressOf(context),
          requestId: context.get("requestId"),
        }),
      responseMeta: ({ errors }) => ({ headers: retryAfterHeader(errors, studio.clock) }),
    }),
  );
  app.route("/images/shoots", shootRoutes({ studio, auth, addressOf }));
  app.route("/images", imageRoutes({ studio, auth, addressOf }));
  app.route("/export/experiments", experimentFileRoutes({ studio, auth, addressOf }));
  app.route("/export", exportRoutes({ studio, auth, addressOf }));
  app.use("/downloads/*", requireSameOrigin(trustedOrigins));
  app.use("/downloads/*", limitBody);
  app.route("/downloads", downloadRoutes({ studio, auth, addressOf }));
  // Nothing below these is a page.
  for (const path of ["/api/*", "/images/*", "/export/*", "/downloads/*", "/webhooks/*", "/operator/*"])
    app.all(path, (context) => context.body(null, 404));
  if (parts.outbox !== null) app.route("/outbox", outboxRoutes(parts.outbox));
  if (pageFolder !== null) app.route("/", pageRoutes(pageFolder));
  app.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse();
    studio.log.error({ error, path: context.req.path }, "a request failed unexpectedly");
    return context.json({ error: { message: "Something went wrong on our side." } }, 500);
  });
  return app;
};
