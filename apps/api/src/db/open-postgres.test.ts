import { sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import { createPostgresDatabase, onServer } from "../../test/create-postgres-database.ts";
import { patience } from "../../test/ready-subject.ts";
import { createLog } from "../log/create-log.ts";
import { openPostgres } from "./open-postgres.ts";

const processId = sql`select pg_backend_pid() as id`;
const answer = z.object({ rows: z.tuple([z.object({ id: z.number() })]) });

test("a connection that breaks in the middle of a transaction fails that transaction and nothing else", async () => {
  const { url, drop } = await createPostgresDatabase();
  const lines: string[] = [];
  let reached = false;
  const log = createLog("warn", { write: (line) => lines.push(line) });
  const database = await openPostgres({ url, maximumConnections: 2 }, log);
  try {
    const broken = database.system.transaction(async (tx) => {
      const { rows } = answer.parse(await tx.execute(processId));
      // Between two statements nothing waits for an answer: nobody but the connection itself hears of its end.
      await onServer((server) => server.query("select pg_terminate_backend($1, 10_000)", [rows[0].id]));
      await vi.waitFor(() => expect(lines.join("")).toContain("a database connection was lost"), patience);
      reached = true;
      await tx.execute(processId);
    });

    await expect(broken).rejects.toThrow("Failed query");
    expect(reached).toBe(true);
    expect(answer.parse(await database.system.execute(processId)).rows).toHaveLength(1);
  } finally {
    await database.close();
    await drop();
  }
});
