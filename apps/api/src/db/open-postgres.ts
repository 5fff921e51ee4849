import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import type { Logger } from "pino";
import type { Database } from "./database.ts";
import { migrationsFolder } from "./migrations-folder.ts";

const reconnectAfterMs = 1_000;
// Any number that nothing else in the database uses; processes that start together migrate one after the other.
const migrationLockKey = 7_237_341;

/**
 * Opens PostgreSQL by its address and brings its schema up to date.
 *
 * @param migrations all of them when left out
 */
export const openPostgres = async (
  { url, maximumConnections }: { readonly url: string; readonly maximumConnections: number },
  log: Logger,
  migrations: string = migrationsFolder,
): Promise<Database> => {
  const pool = new pg.Pool({ connectionString: url, max: maximumConnections, application_name: "selfsame" });
  // The pool listens to idle connections alone: one that breaks inside a transaction would end the process.
  pool.on("connect", (client) =>
    client.on("error", (error) => log.warn({ error }, "a database connection was lost")),
  );
  pool.on("error", () => {
    // Its connection has said so already.
  });
  const system = drizzle(pool);
  const migrating = await pool.connect();
  try {
    await migrating.query("select pg_advisory_lock($1)", [migrationLockKey]);
    await migrate(drizzle(migrating), { migrationsFolder: migrations });
  } finally {
    await migrating.query("select pg_advisory_unlock($1)", [migrationLockKey]).catch(() => undefined);
    migrating.release();
  }
  await system.execute(sql`select 1`);
  const listeners = new Set<() => Promise<void>>();
  return {
    kind: "postgres",
    system,
    executeSql: async (text, values) => {
      const result: unknown = await pool.query(text, values);
      // Several statements in one text come back as a list of results.
      const results = (Array.isArray(result) ? result : [result]) as { rows: Record<string, unknown>[] }[];
      return { rows: results.flatMap((each) => each.rows) };
    },
    listen: async (channel, onPayload) => {
      const stop = await keepListening(url, channel, onPayload, log);
      listeners.add(stop);
      return async () => {
        listeners.delete(stop);
        await stop();
      };
    },
    close: async () => {
      await Promise.all([...listeners].map((stop) => stop()));
      await pool.end();
    },
  };
};

const keepListening = async (
  url: string,
  channel: string,
  onPayload: (payload: string) => void,
  log: Logger,
): Promise<() => Promise<void>> => {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let client: pg.Client | undefined;
  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString: url, application_name: "selfsame listener" });
    fresh.on("notification", (message) => onPayload(message.payload ?? ""));
    fresh.on("error", (error) => {
      log.warn({ error, channel }, "the listening connection was lost");
      if (stopped || client !== fresh) return;
      client = undefined;
      void fresh.end().catch(() => undefined);
      again();
    });
    await fresh.connect();
    await fresh.query(`listen ${pg.escapeIdentifier(channel)}`);
    client = fresh;
  };
  const again = (): void => {
    timer = setTimeout(() => {
      connect().catch((error: unknown) => {
        log.warn({ error, channel }, "listening again failed");
        if (!stopped) again();
      });
    }, reconnectAfterMs);
  };
  await connect();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await client?.end();
  };
};
