import { type SQL, sql } from "drizzle-orm";
import { fromDrizzle, PgBoss } from "pg-boss";
import type { Logger } from "pino";
import type { SubjectTransaction } from "../db/acting-as.ts";
import type { Database } from "../db/database.ts";
import { appRole } from "../db/roles.ts";
import { type JobHandlers, jobCatalogue, type JobName, type JobPayload } from "./catalogue.ts";

/** Work that is done beside answering, kept in the same database as what it works on. */
export interface JobQueue {
  /** Adds a job in the transaction that makes it necessary: both happen or neither. */
  readonly enqueue: <TName extends JobName>(
    tx: SubjectTransaction,
    name: TName,
    payload: JobPayload<TName>,
  ) => Promise<void>;
  /** Begins to work on jobs in this process. */
  readonly work: (handlers: JobHandlers) => Promise<void>;
  /** Finishes the jobs at hand, then stops. */
  readonly close: () => Promise<void>;
}

const jobNames = Object.keys(jobCatalogue) as JobName[];
const deadLetterQueue = "dead-letters";
const noJobId = "00000000-0000-0000-0000-000000000000";
const drainTimeoutMs = 20_000;

/** Opens the queue on the studio's own database. */
export const openJobQueue = async (database: Database, log: Logger): Promise<JobQueue> => {
  const boss = new PgBoss({
    db: { executeSql: database.executeSql, listen: listenOn(database) },
    backend: database.kind,
    useListenNotify: true,
    schedule: false,
  });
  boss.on("error", (error) => log.error({ error }, "the job queue reported an error"));
  await boss.start();
  await boss.createQueue(deadLetterQueue);
  for (const name of jobNames) {
    const { retryLimit, retryDelaySeconds, expireSeconds } = jobCatalogue[name];
    await boss.createQueue(name, {
      retryLimit,
      retryDelay: retryDelaySeconds,
      retryBackoff: true,
      retryDelayMax: 300,
      expireInSeconds: expireSeconds,
      deadLetter: deadLetterQueue,
      notify: true,
    });
    // Fills the library's cache of this queue: looked up inside a transaction, it would wait for that very
    // transaction on the embedded database's one session. No job has this id.
    await boss.cancel(name, noJobId);
  }
  return {
    enqueue: async (tx, name, payload) => {
      // The app's role knows nothing of the queue's tables; the transaction steps out of it for one statement.
      await tx.execute(sql`select set_config('role', 'none', true)`);
      await boss.send(name, jobCatalogue[name].payload.parse(payload), {
        db: fromDrizzle(executing(tx), sql),
      });
      await tx.execute(sql`select set_config('role', ${appRole.name}, true)`);
    },
    work: async (handlers) => {
      for (const name of jobNames) await startWorker(boss, name, handlers, log);
    },
    close: () => boss.stop({ graceful: true, timeout: drainTimeoutMs, close: false }),
  };
};

/** Safe: both drivers answer `execute` with an object of rows; drizzle's common type does not say so. */
const executing = (tx: SubjectTransaction) => ({
  execute: (query: unknown) => tx.execute(query as SQL) as Promise<{ rows: unknown[] }>,
});

const listenOn =
  (database: Database) =>
  async (channel: string, onPayload: (payload: string) => void): Promise<{ close: () => Promise<void> }> => ({
    close: await database.listen(channel, onPayload),
  });

/** Calls one kind's handler with a payload that its own schema has checked. */
const handle = (handlers: JobHandlers, name: JobName, data: unknown): Promise<void> => {
  // Safe: the payload was checked by this very kind's schema; the table's union type cannot say so.
  const handler = handlers[name] as (payload: object) => Promise<void>;
  return handler(jobCatalogue[name].payload.parse(data));
};

const startWorker = async (
  boss: PgBoss,
  name: JobName,
  handlers: JobHandlers,
  log: Logger,
): Promise<void> => {
  await boss.work(
    name,
    {
      localConcurrency: jobCatalogue[name].concurrency,
      burstWhenBatchFull: true,
      notifyPollingIntervalSeconds: 5,
    },
    async (jobs) => {
      for (const job of jobs) {
        try {
          await handle(handlers, name, job.data);
        } catch (error) {
          log.error({ error, job: name, jobId: job.id }, "a job failed and will be tried again");
          throw error;
        }
      }
    },
  );
};
