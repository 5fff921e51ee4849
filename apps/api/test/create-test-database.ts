import type { Database } from "../src/db/database.ts";
import { openPostgres } from "../src/db/open-postgres.ts";
import { createLog } from "../src/log/create-log.ts";
import { createPgliteDatabase } from "./create-pglite-database.ts";
import { createPostgresDatabase } from "./create-postgres-database.ts";

/** An open database of one's own, with the whole schema and no rows; gone when disposed of. */
export interface TestDatabase extends AsyncDisposable {
  readonly database: Database;
}

const maximumConnections = 10;

/** Clones a database of either kind. */
export async function createTestDatabase(kind: Database["kind"]): Promise<TestDatabase> {
  if (kind === "pglite") {
    const database = await createPgliteDatabase();
    return { database, [Symbol.asyncDispose]: database.close };
  }
  const { url, drop } = await createPostgresDatabase();
  const database = await openPostgres({ url, maximumConnections }, createLog("silent"));
  return {
    database,
    [Symbol.asyncDispose]: async () => {
      await database.close();
      await drop();
    },
  };
}
