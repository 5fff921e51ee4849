import type { AddressInfo } from "node:net";
import { type Http2Bindings, type HttpBindings, type ServerType, serve } from "@hono/node-server";
import type { Logger } from "pino";
import { createAuth } from "./auth/create-auth.ts";
import type { Clock } from "./clock/clock.ts";
import type { Database } from "./db/database.ts";
import { createApp } from "./http/create-app.ts";
import type { Identifiers } from "./identifiers/identifiers.ts";
import type { ImageStore } from "./images/image-store.ts";
import { jobHandlers } from "./jobs/job-handlers.ts";
import { startReconciler } from "./jobs/start-reconciler.ts";
import { openStudio, type ProviderSettings } from "./open-studio.ts";
import type { Studio } from "./studio/studio.ts";

/** What a server is started with. */
export interface ServerOptions {
  readonly database: Database;
  readonly images: ImageStore;
  readonly provider: ProviderSettings;
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** The address browsers and the provider reach it under; undefined: this machine only. */
  readonly publicUrl: string | undefined;
  readonly pageFolder: string | null;
  readonly secret: string;
  readonly authRateLimited: boolean;
  readonly reconcileEveryMs: number;
  /** How many proxies of the studio's own a request passes; none when left out. */
  readonly proxiesInFront?: number;
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
  /** Takes no more requests, finishes the work at hand, and stops. */
  readonly close: () => Promise<void>;
}

/** The bindings carry the connection that a request came by. */
type Fetch = (request: Request, bindings: HttpBindings | Http2Bindings) => Response | Promise<Response>;

const closeConnectionsAfterMs = 5_000;

/** Starts the api with its workers and resolves when it is answering. */
export const startServer = async (options: ServerOptions): Promise<RunningServer> => {
  const { database, log, host, secret, publicUrl } = options;
  // The port is taken before anything else is opened: its number is part of the addresses given to the provider.
  const late: { fetch: Fetch } = {
    fetch: () => new Response(null, { status: 503 }),
  };
  const server = await listen(host, options.port, (request, bindings) => late.fetch(request, bindings));
  const { port } = server.address() as AddressInfo;
  const localUrl = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
  const url = publicUrl ?? localUrl;
  const reachable = publicUrl !== undefined || options.provider.simulated;
  try {
    const { studio, close } = await openStudio({
      ...options,
      webhookBaseUrl: reachable ? url : null,
    });
    const trustedOrigins = [new URL(url).origin, `http://localhost:${port}`, `http://127.0.0.1:${port}`];
    const auth = createAuth(
      database,
      { secret, baseUrl: url, trustedOrigins, rateLimited: options.authRateLimited },
      log,
    );
    const app = createApp({
      studio,
      auth,
      trustedOrigins,
      pageFolder: options.pageFolder,
      proxiesInFront: options.proxiesInFront ?? 0,
    });
    late.fetch = (request, bindings) => app.fetch(request, bindings);
    await studio.jobs.work(jobHandlers(studio));
    const stopReconciling = startReconciler(studio, options.reconcileEveryMs);
    return {
      url,
      localUrl,
      studio,
      close: async () => {
        await closeServer(server);
        await stopReconciling();
        await close();
      },
    };
  } catch (error) {
    await closeServer(server);
    throw error;
  }
};

const listen = (hostname: string, port: number, fetch: Fetch): Promise<ServerType> =>
  new Promise((resolve, reject) => {
    // What nobody read of a body runs out in the app; the library's own way closes connections that go on.
    const server = serve({ fetch, hostname, port, autoCleanupIncoming: false }, () => resolve(server));
    server.once("error", reject);
  });

/** Live feeds stay open for as long as somebody watches: after a moment the rest is cut. */
const closeServer = (server: ServerType): Promise<void> =>
  new Promise((resolve) => {
    const cut = setTimeout(() => {
      if ("closeAllConnections" in server) server.closeAllConnections();
    }, closeConnectionsAfterMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    if ("closeIdleConnections" in server) server.closeIdleConnections();
  });
