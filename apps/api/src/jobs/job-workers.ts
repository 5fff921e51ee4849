import type { JobWithMetadata, PgBoss } from "pg-boss";
import type { Logger } from "pino";
import { type LogContext, withLogContext } from "../log/log-context.ts";
import { type JobHandlers, jobCatalogue, type JobName } from "./catalogue.ts";

/** No retry waits longer. */
export const longestRetryDelaySeconds = 300;

/** The workers of one process. */
export interface JobWorkers {
  readonly start: (name: JobName, handlers: JobHandlers) => Promise<void>;
  /** Wakes nobody any more; the queue itself ends the workers. */
  readonly stop: () => void;
}

/** How late a job can be whose notification was lost. */
const pollEverySeconds = 5;

/**
 * Works on jobs as they come. A new one is told of by the database, and a retry of a job that failed here by a timer:
 * else it would be up to {@link pollEverySeconds} seconds late.
 */
export const jobWorkers = (boss: PgBoss, log: Logger): JobWorkers => {
  const wakeUps = new Set<NodeJS.Timeout>();
  let stopped = false;

  const wakeWhenDue = (workerIds: readonly string[], name: JobName, retryCount: number): void => {
    if (stopped) return;
    const wake = (): void => {
      wakeUps.delete(timer);
      for (const id of workerIds) boss.notifyWorker(id);
    };
    const timer = setTimeout(wake, latestRetryMs(name, retryCount));
    wakeUps.add(timer);
  };

  return {
    start: async (name, handlers) => {
      const workerIds: string[] = [];
      const work = async (job: JobWithMetadata): Promise<void> => {
        try {
          await withLogContext(idsOf(name, job), () => handle(handlers, name, job.data));
        } catch (error) {
          const about = { error, job: name, jobId: job.id, payload: job.data };
          if (job.retryCount >= job.retryLimit) {
            log.error({ alarm: "job-set-aside", ...about }, "a job failed on its last try and is set aside");
          } else {
            log.error(about, "a job failed and will be tried again");
            wakeWhenDue(workerIds, name, job.retryCount);
          }
          throw error;
        }
      };
      const options = { includeMetadata: true, notifyPollingIntervalSeconds: pollEverySeconds } as const;
      for (let count = 0; count < jobCatalogue[name].concurrency; count += 1) {
        const id = await boss.work(name, options, async (jobs: JobWithMetadata[]) => {
          for (const job of jobs) await work(job);
        });
        workerIds.push(id);
      }
    },
    stop: () => {
      stopped = true;
      for (const timer of wakeUps) clearTimeout(timer);
      wakeUps.clear();
    },
  };
};

/** Calls one kind's handler with a payload that its own schema has checked. */
const handle = (handlers: JobHandlers, name: JobName, data: unknown): Promise<void> => {
  // Safe: the payload was checked by this very kind's schema; the table's union type cannot say so.
  const handler = handlers[name] as (payload: object) => Promise<void>;
  return handler(jobCatalogue[name].payload.parse(data));
};

/** Payloads carry ids alone; the subject's own is left to the database. */
const idsOf = (name: JobName, { id, data }: JobWithMetadata): LogContext => {
  const { subjectId: _, ...ids } = data as Readonly<Record<string, string>>;
  return { job: name, jobId: id, ...ids };
};

const settlingMs = 100;

/** pg-boss waits `delay × 2^n` to twice that, at random, after the n-th retry failed (n from 0): by then it is due. */
const latestRetryMs = (name: JobName, retryCount: number): number => {
  const seconds = Math.max(jobCatalogue[name].retryDelaySeconds, 1) * 2 ** Math.min(16, retryCount + 1);
  return Math.min(seconds, longestRetryDelaySeconds) * 1_000 + settlingMs;
};
