import { type SQL, sql } from "drizzle-orm";
import { fromDrizzle, PgBoss } from "pg-boss";
import type { Logger } from "pino";
import type { SubjectTransaction } from "../db/acting-as.ts";
import type { Database } from "../db/database.ts";
import { appRole } from "../db/roles.ts";
import { type JobHandlers, jobCatalogue, type JobName, type JobPayload } from "./catalogue.ts";
import { type DeadLetter, toDeadLetter } from "./dead-letter.ts";
import { jobWorkers, longestRetryDelaySeconds } from "./job-workers.ts";

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
  /** The jobs that were set aside after their last try, oldest first: nobody works on them until they are put back. */
  readonly setAside: () => Promise<DeadLetter[]>;
  /** Gives jobs that were set aside all their tries again; how many were found. */
  readonly putBack: (ids: readonly string[]) => Promise<number>;
  /**
   * Takes no further jobs and finishes those at hand.
   *
   * @param drainMs what runs longer, 1,000 at least, is handed back: another process does it again
   */
  readonly close: (drainMs?: number) => Promise<void>;
}

const jobNames = Object.keys(jobCatalogue) as JobName[];
const deadLetterQueue = "dead-letters";
const noJobId = "00000000-0000-0000-0000-000000000000";
const defaultDrainMs = 8_000;
/** A worker that was silent for so long is dead, and its job another's. */
const heartbeatSeconds = 15;
const superviseEverySeconds = 10;
/** A job that was set aside waits for a person: ten years are as good as for ever. */
const setAsideKeptSeconds = 10 * 365 * 24 * 60 * 60;

/**
 * Opens the queue on the studio's own database.
 *
 * @param supervise whether this process also looks for jobs whose worker has died; one of all processes must
 */
export const openJobQueue = async (
  database: Database,
  log: Logger,
  { supervise = true }: { readonly supervise?: boolean } = {},
): Promise<JobQueue> => {
  const boss = new PgBoss({
    db: { executeSql: database.executeSql, listen: listenOn(database) },
    backend: database.kind,
    useListenNotify: true,
    schedule: false,
    supervise,
    superviseIntervalSeconds: superviseEverySeconds,
    monitorIntervalSeconds: superviseEverySeconds,
  });
  boss.on("error", (error) => log.error({ error }, "the job queue reported an error"));
  await boss.start();
  await boss.createQueue(deadLetterQueue, { retentionSeconds: setAsideKeptSeconds });
  for (const name of jobNames) {
    const { retryLimit, retryDelaySeconds, expireSeconds } = jobCatalogue[name];
    const options = {
      retryLimit,
      retryDelay: retryDelaySeconds,
      retryBackoff: true,
      retryDelayMax: longestRetryDelaySeconds,
      expireInSeconds: expireSeconds,
      heartbeatSeconds,
      deadLetter: deadLetterQueue,
      notify: true,
    };
    await boss.createQueue(name, options);
    // One that an earlier version made keeps its old ways until it is told the new ones.
    await boss.updateQueue(name, options);
    // Fills the library's cache of this queue: looked up inside a transaction, it would wait for that very
    // transaction on the embedded database's one session. No job has this id.
    await boss.cancel(name, noJobId);
  }
  const workers = jobWorkers(boss, log);
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
      for (const name of jobNames) await workers.start(name, handlers);
    },
    setAside: async () => {
      const found = await boss.findJobs<object>(deadLetterQueue, { queued: true });
      return found.map(toDeadLetter).toSorted((a, b) => a.setAsideAt.getTime() - b.setAsideAt.getTime());
    },
    putBack: (ids) => boss.redrive(deadLetterQueue, { ids: [...ids] }),
    close: async (drainMs = defaultDrainMs) => {
      workers.stop();
      await boss.stop({ graceful: true, timeout: drainMs, close: false });
    },
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
