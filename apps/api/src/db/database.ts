import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT, PgTransaction } from "drizzle-orm/pg-core";

type NoSchema = Record<string, never>;

/** A connection that is bound by no subject: sign-in, migrations, the queue and the owner finders use it. */
export type SystemConnection = PgDatabase<PgQueryResultHKT, NoSchema>;

/** A transaction in drizzle's words, on either database. */
export type Transaction = PgTransaction<PgQueryResultHKT, NoSchema, ExtractTablesWithRelations<NoSchema>>;

/** An open database, embedded or PostgreSQL, that looks the same to everything above it. */
export interface Database {
  readonly kind: "pglite" | "postgres";
  readonly system: SystemConnection;
  /** Runs one statement, or several when there are no values, as the queue needs it. */
  readonly executeSql: (text: string, values?: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>;
  /** Calls back for each NOTIFY on a channel until the returned function is called; hints may be lost. */
  readonly listen: (channel: string, onPayload: (payload: string) => void) => Promise<() => Promise<void>>;
  readonly close: () => Promise<void>;
}
