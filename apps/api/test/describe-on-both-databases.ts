import { describe } from "vitest";
import type { Database } from "../src/db/database.ts";
import { createTestDatabase, type TestDatabase } from "./create-test-database.ts";

/**
 * The same suite on the embedded database and on a real PostgreSQL.
 *
 * @param define given how to open a fresh database, and which kind it is
 * @example
 * describeOnBothDatabases("consent", (open) => {
 *   test("…", async () => {
 *     await using opened = await open();
 *   });
 * });
 */
export function describeOnBothDatabases(
  title: string,
  define: (open: () => Promise<TestDatabase>, kind: Database["kind"]) => void,
): void {
  for (const kind of ["pglite", "postgres"] as const) {
    describe(`${title}, on ${kind}`, () => {
      define(() => createTestDatabase(kind), kind);
    });
  }
}
