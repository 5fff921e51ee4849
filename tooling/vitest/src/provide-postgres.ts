import { startPostgres } from "./start-postgres.ts";

/**
 * Gives the tests of one package a real PostgreSQL: the one named by `TEST_DATABASE_URL`, else one that is
 * started here and stopped after the last test. Tests read its address from `TEST_DATABASE_URL` either way.
 */
export default async function providePostgres(): Promise<() => Promise<void>> {
  if (process.env.TEST_DATABASE_URL) return async () => {};
  const postgres = await startPostgres();
  process.env.TEST_DATABASE_URL = postgres.url;
  return postgres.stop;
}
