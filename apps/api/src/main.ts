import { join, resolve } from "node:path";
import { keepSecret } from "./auth/keep-secret.ts";
import { DatabaseInUseError } from "./db/folder-lock.ts";
import { openDatabase } from "./db/open-database.ts";
import { readSettings, type Settings, SettingsError } from "./env.ts";
import { openFileImageStore } from "./images/file-image-store.ts";
import { createLog } from "./log/create-log.ts";
import { type RunningServer, startServer } from "./start-server.ts";

const reconcileEveryMs = 1_000;

const start = async (settings: Settings): Promise<{ server: RunningServer; stop: () => Promise<void> }> => {
  const log = createLog(settings.LOG_LEVEL);
  const dataFolder = resolve(settings.DATA_DIR);
  const database = await openDatabase(
    settings.DATABASE_URL === undefined
      ? { kind: "pglite", folder: join(dataFolder, "database") }
      : { kind: "postgres", url: settings.DATABASE_URL, maximumConnections: settings.DATABASE_CONNECTIONS },
    log,
  );
  try {
    const server = await startServer({
      database,
      images: await openFileImageStore({ folder: join(dataFolder, "images"), now: () => Date.now() }),
      provider: {
        token: settings.REPLICATE_API_TOKEN,
        baseUrl: settings.REPLICATE_BASE_URL,
        simulated: settings.REPLICATE_SIMULATED,
        account: settings.REPLICATE_ACCOUNT,
      },
      host: settings.HOST,
      port: settings.PORT,
      publicUrl: settings.PUBLIC_URL,
      proxiesInFront: settings.PROXIES_IN_FRONT,
      pageFolder: settings.WEB_DIR === undefined ? null : resolve(settings.WEB_DIR),
      secret: settings.AUTH_SECRET ?? (await keepSecret(dataFolder)),
      authRateLimited: settings.AUTH_RATE_LIMITED,
      reconcileEveryMs,
      log,
    });
    const stop = async (): Promise<void> => {
      await server.close();
      await database.close();
    };
    return { server, stop };
  } catch (error) {
    await database.close();
    throw error;
  }
};

/** What went wrong in one line, for those mistakes that a person can mend. */
const oneLine = (error: unknown): string | undefined => {
  if (error instanceof SettingsError || error instanceof DatabaseInUseError) return error.message;
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  switch (error.code) {
    case "EADDRINUSE":
      return "The port is taken by another program. Choose another one: PORT=4601 npm start";
    case "EACCES":
    case "EROFS":
      return `The data folder cannot be written (${error.message}). Choose another one with DATA_DIR`;
    default:
      return undefined;
  }
};

try {
  const { server, stop } = await start(readSettings());
  process.stdout.write(`listening on ${server.url}\n`);
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`The server did not stop cleanly: ${String(error)}\n`);
          process.exit(1);
        },
      );
    });
  }
} catch (error) {
  const line = oneLine(error);
  if (line === undefined) throw error;
  process.stderr.write(`${line}\n`);
  process.exit(1);
}
