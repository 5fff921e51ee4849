import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { type Http2Bindings, type HttpBindings, type ServerType, serve } from "@hono/node-server";
import type { Hono } from "hono";
import type { EndpointSettings } from "./maya/endpoint/stream-model.ts";
import type { Logger } from "pino";
import { createAuth } from "./auth/create-auth.ts";
import type { IdentityProviders } from "./auth/identity-providers.ts";
import type { Secrets } from "./auth/secrets.ts";
import type { Clock } from "./clock/clock.ts";
import type { Database } from "./db/database.ts";
import { createStandardPayments } from "./credits/create-standard-payments.ts";
import type { CreditSettings } from "./credits/credit-settings.ts";
import { healthRoutes } from "./health/health-routes.ts";
import { studioReadiness } from "./health/studio-readiness.ts";
import type { Readiness } from "./health/readiness.ts";
import { createApp } from "./http/create-app.ts";
import { createLiveFeeds, type LiveFeeds } from "./http/live-feeds.ts";
import { metricsRoutes } from "./http/metrics-routes.ts";
import type { Identifiers } from "./identifiers/identifiers.ts";
import type { ImageStore } from "./images/image-store.ts";
import { jobHandlers } from "./jobs/job-handlers.ts";
import { watchDeadLetters } from "./jobs/watch-dead-letters.ts";
import { startReconciler } from "./jobs/start-reconciler.ts";
import { startCatchingUp } from "./jobs/start-catching-up.ts";
import type { Keyring } from "./keys/keyring.ts";
import { openStudio, type ProviderSettings } from "./open-studio.ts";
import type { FileOutbox } from "./mail/file-outbox.ts";
import type { MetricsSettings } from "./metrics/metrics-settings.ts";
import { prometheusMetrics } from "./metrics/prometheus-metrics.ts";
import type { MailPort } from "./mail/mail.ts";
import type { LimitedAct, RateBudget } from "./rate-limits/rate-limits.ts";
import type { Faces } from "./measuring/faces.ts";
import type { Studio } from "./studio/studio.ts";
import { revokeEveryToken } from "./tokens/revoke-every-token.ts";

/** What a process does: answer requests and enqueue, do the work that was enqueued, or both. */
export type Role = "api" | "worker" | "all";

/** How mail goes out, and what depends on it. */
export interface MailParts {
  readonly port: MailPort;
  /** Whether nobody gets in before the e-mail address is confirmed, or is only asked to confirm it. */
  readonly verification: "required" | "advised";
  /** The outbox that is shown as a page to whoever sits at this machine; null shows none. */
  readonly shownOutbox: FileOutbox | null;
}

/** What a server is started with. */
export interface ServerOptions {
  /** `all` when left out. */
  readonly role?: Role;
  readonly database: Database;
  readonly images: ImageStore;
  readonly provider: ProviderSettings;
  /** The language model behind Maya; the offline composer when left out. */
  readonly maya?: EndpointSettings | undefined;
  /** The face networks, which whoever opened them closes; nothing is measured when left out. */
  readonly faces?: Faces | null;
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** The address browsers and the provider reach it under; undefined: this machine only. */
  readonly publicUrl: string | undefined;
  readonly pageFolder: string | null;
  readonly secrets: Secrets;
  /** Who else may say that somebody is who they are; nobody when left out. */
  readonly identityProviders?: IdentityProviders | undefined;
  readonly keyring: Keyring;
  readonly mail: MailParts;
  /** The default ones when left out. */
  readonly credits?: CreditSettings;
  /** `whsec_…`, by which messages about payments are verified; without it none are taken. */
  readonly paymentWebhookSecret?: string;
  /** How often accounts and addresses may enter, upload, generate, shoot and talk; null as often as they like. */
  readonly rateBudgets: Readonly<Record<LimitedAct, RateBudget>> | null;
  /** How many days the trash is kept; 30 when left out. */
  readonly trashDays?: number;
  readonly reconcileEveryMs: number;
  /** How long closing goes on with what was begun; 8 seconds when left out. */
  readonly drainMs?: number;
  /** How many proxies of the studio's own a request passes; none when left out. */
  readonly proxiesInFront?: number;
  /** Where metrics are told; nothing is counted when left out. */
  readonly metrics?: MetricsSettings | undefined;
  readonly log: Logger;
  /** The machine's own time when left out. */
  readonly clock?: Clock;
  /** From the machine's secure source when left out. */
  readonly identifiers?: Identifiers;
}

/** A server that is answering. */
export interface RunningServer {
  /** The address browsers and the provider reach it under. */
  readonly url: string;
  /** The address on this machine, past whatever stands in front of it. */
  readonly localUrl: string;
  readonly studio: Studio;
  /**
   * Takes no more requests, cuts the live feeds, finishes the work at hand within the time given, hands back the rest,
   * and stops.
   */
  readonly close: () => Promise<void>;
}

/** The bindings carry the connection that a request came by. */
type Fetch = (request: Request, bindings: HttpBindings | Http2Bindings) => Response | Promise<Response>;

const defaultDrainMs = 8_000;

/** Starts a process of the studio and resolves when it is answering; a worker answers about its health alone. */
export const startServer = async (options: ServerOptions): Promise<RunningServer> => {
  const { host, publicUrl, role = "all", drainMs = defaultDrainMs } = options;
  // The port is taken before anything else is opened: its number is part of the addresses given to the provider.
  const late: { fetch: Fetch } = {
    fetch: () => new Response(null, { status: 503 }),
  };
  const server = await listen(host, options.port, (request, bindings) => late.fetch(request, bindings));
  const { port } = server.address() as AddressInfo;
  const localUrl = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
  const url = publicUrl ?? localUrl;
  // A worker takes no webhooks itself: without a public address nobody could bring it any.
  const reachable = publicUrl !== undefined || (options.provider.simulated && role !== "worker");
  try {
    const counted = options.metrics === undefined ? undefined : prometheusMetrics();
    const { studio, close } = await openStudio({
      ...options,
      webhookBaseUrl: reachable ? url : null,
      pageUrl: url,
      mailPort: options.mail.port,
      worksOnJobs: role !== "api",
      metrics: counted,
    });
    const readiness = studioReadiness({ ...studio, database: options.database });
    const feeds = createLiveFeeds();
    const told = counted === undefined ? null : () => counted.render(studio);
    const metrics = await tellMetrics(options.metrics, told);
    const app =
      role === "worker"
        ? workerRoutes(readiness, metrics.routes)
        : appOf({ ...options, studio, readiness, feeds, url, port, metricsRoutes: metrics.routes });
    late.fetch = (request, bindings) => app.fetch(request, bindings);
    const stopWorking = role === "api" ? undefined : await startWorking(studio, options.reconcileEveryMs);
    return {
      url,
      localUrl,
      studio,
      close: async () => {
        readiness.stop();
        feeds.cut();
        const worked = stopWorking?.();
        await Promise.all([
          closeServer(server, drainMs),
          metrics.close(),
          withinMs(worked, drainMs),
          close(drainMs),
        ]);
      },
    };
  } catch (error) {
    await closeServer(server, drainMs);
    throw error;
  }
};

/** What a worker answers: how it is, and what it has counted. */
const workerRoutes = (readiness: Readiness, metrics: Hono | null): Hono => {
  const routes = healthRoutes(readiness);
  return metrics === null ? routes : routes.route("/", metrics);
};

/** Tells metrics on a port of their own, or gives the routes to tell them at the studio's. */
const tellMetrics = async (
  settings: MetricsSettings | undefined,
  render: (() => Promise<string>) | null,
): Promise<{ readonly routes: Hono | null; readonly close: () => Promise<void> }> => {
  if (settings === undefined || render === null) return { routes: null, close: () => Promise.resolve() };
  const routes = metricsRoutes(render, settings.token);
  if (settings.ownPort === null) return { routes, close: () => Promise.resolve() };
  const { host, port } = settings.ownPort;
  const server = await listen(host, port, (request) => routes.fetch(request));
  return { routes: null, close: () => closeServer(server, 0) };
};

const watchDeadLettersEveryMs = 30_000;

/** Works on jobs, looks after open work, and watches what was set aside; the returned function stops the latter two. */
const startWorking = async (studio: Studio, reconcileEveryMs: number): Promise<() => Promise<void>> => {
  await studio.jobs.work(jobHandlers(studio));
  const stops = [
    startReconciler(studio, reconcileEveryMs),
    watchDeadLetters(studio, watchDeadLettersEveryMs),
    startCatchingUp(studio),
  ];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
};

/** Everything that is answered, with sign-in. */
const appOf = (
  parts: ServerOptions & {
    readonly studio: Studio;
    readonly readiness: Readiness;
    readonly feeds: LiveFeeds;
    readonly url: string;
    readonly port: number;
    readonly metricsRoutes: Hono | null;
  },
) => {
  const { url, port, secrets, mail } = parts;
  const trustedOrigins = [new URL(url).origin, `http://localhost:${port}`, `http://127.0.0.1:${port}`];
  const payments =
    parts.paymentWebhookSecret === undefined
      ? null
      : createStandardPayments(parts.paymentWebhookSecret, parts.studio.clock);
  const auth = createAuth(
    parts.database,
    {
      secret: secrets[0],
      baseUrl: url,
      trustedOrigins,
      mail: mail.port,
      verification: mail.verification,
      identityProviders: parts.identityProviders ?? {},
      onNewPassword: (userId) => revokeEveryToken(parts.studio, userId),
    },
    parts.log,
  );
  return createApp({
    ...parts,
    auth,
    payments,
    trustedOrigins,
    outbox: parts.mail.shownOutbox,
    isHttps: url.startsWith("https://"),
    proxiesInFront: parts.proxiesInFront ?? 0,
  });
};

/** Waits for something that is safe to be left half done. */
const withinMs = async (work: Promise<void> | undefined, atMostMs: number): Promise<void> => {
  const waiting = new AbortController();
  await Promise.race([work, pause(atMostMs, undefined, { signal: waiting.signal }).catch(() => undefined)]);
  waiting.abort();
};

const listen = (hostname: string, port: number, fetch: Fetch): Promise<ServerType> =>
  new Promise((resolve, reject) => {
    // What nobody read of a body runs out in the app; the library's own way closes connections that go on.
    const server = serve({ fetch, hostname, port, autoCleanupIncoming: false }, () => resolve(server));
    server.once("error", reject);
  });

/** Requests at hand may end; connections that only wait are closed at once, and what is left after a while is cut. */
const closeServer = (server: ServerType, atMostMs: number): Promise<void> =>
  new Promise((resolve) => {
    const cut = setTimeout(() => {
      if ("closeAllConnections" in server) server.closeAllConnections();
    }, atMostMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    if ("closeIdleConnections" in server) server.closeIdleConnections();
  });
