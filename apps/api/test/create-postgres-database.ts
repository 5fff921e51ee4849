import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { openPostgres } from "../src/db/open-postgres.ts";
import { openJobQueue } from "../src/jobs/job-queue.ts";
import { createLog } from "../src/log/create-log.ts";

/** A database of one's own on the test run's PostgreSQL. */
export interface PostgresDatabase {
  readonly url: string;
  /** Removes it, whoever is still connected. */
  readonly drop: () => Promise<void>;
}

// Any number: those who need the template at once wait here for the one who makes it.
const templateLockKey = 5_190_442;

/** Clones a database with the whole schema. */
export async function createPostgresDatabase(): Promise<PostgresDatabase> {
  const template = inject("postgresTemplate");
  await onServer(async (client) => {
    await client.query("select pg_advisory_lock($1)", [templateLockKey]);
    try {
      const found = await client.query("select 1 from pg_database where datname = $1", [template]);
      if (found.rowCount === 0) await makeTemplate(client, template);
    } finally {
      await client.query("select pg_advisory_unlock($1)", [templateLockKey]);
    }
  });
  return create(`template ${pg.escapeIdentifier(template)}`);
}

/** A database with nothing in it. */
export function createEmptyPostgresDatabase(): Promise<PostgresDatabase> {
  return create("");
}

/** Runs statements on the server itself, as the user who may make databases. */
export async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function create(options: string): Promise<PostgresDatabase> {
  const name = `selfsame_test_${randomBytes(8).toString("hex")}`;
  await onServer((client) => client.query(`create database ${name} ${options}`));
  return {
    url: databaseUrl(name),
    drop: () =>
      onServer(async (client) => {
        await client.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

async function makeTemplate(client: pg.Client, name: string): Promise<void> {
  const unfinished = `${name}_unfinished`;
  await client.query(`drop database if exists ${unfinished} with (force)`);
  await client.query(`create database ${unfinished}`);
  const log = createLog("silent");
  const database = await openPostgres({ url: databaseUrl(unfinished), maximumConnections: 2 }, log);
  const queue = await openJobQueue(database, log);
  await queue.close();
  await database.close();
  await client.query(`alter database ${unfinished} rename to ${name}`);
}

function serverUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (url === undefined) throw new Error("TEST_DATABASE_URL is set by the test run's setup, and is not");
  return url;
}

function databaseUrl(name: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return url.toString();
}
