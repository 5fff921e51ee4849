import { jobCatalogue, type JobName, type JobPayload } from "../../src/jobs/catalogue.ts";
import type { JobQueue } from "../../src/jobs/job-queue.ts";

/** What becomes of a job: a queue may run it twice, and one that a crash swallowed never runs. */
export type JobFate = "once" | "twice" | "never";

/** A job that waits to be run. */
export interface WaitingJob {
  readonly name: JobName;
  readonly payload: object;
  readonly dueAt: number;
  readonly attempt: number;
}

/** The studio's queue for schedules: its jobs run when a schedule says so, not by themselves. */
export interface UnreliableQueue {
  readonly port: JobQueue;
  /** Takes out the jobs that are due, in the order in which they were added. */
  readonly takeDue: () => WaitingJob[];
  /** Puts a job that threw back, as long as its kind is tried again. */
  readonly retry: (job: WaitingJob) => void;
  /** Puts a job back whose process died: the real queue notices when it has expired. */
  readonly abandon: (job: WaitingJob) => void;
}

/**
 * The `JobQueue` port in memory, with the catalogue's retries and expiry on an injected clock. The real queue works by
 * the machine's time and has tests of its own; this one exists so that thousands of schedules repeat exactly. A job
 * counts as added even when the transaction around it fails: running it then must change nothing.
 */
export function createUnreliableQueue(now: () => number, fates: readonly JobFate[]): UnreliableQueue {
  let waiting: WaitingJob[] = [];
  let added = 0;
  const add = (job: WaitingJob) => waiting.push(job);
  return {
    port: {
      enqueue: async <TName extends JobName>(_tx: unknown, name: TName, payload: JobPayload<TName>) => {
        const fate = fates[added % fates.length] ?? "once";
        added += 1;
        const job = { name, payload: jobCatalogue[name].payload.parse(payload), dueAt: now(), attempt: 1 };
        if (fate !== "never") add(job);
        if (fate === "twice") add(job);
      },
      work: async () => {},
      setAside: async () => [],
      putBack: async () => 0,
      close: async () => {},
    },
    takeDue: () => {
      const due = waiting.filter(({ dueAt }) => dueAt <= now());
      waiting = waiting.filter((job) => !due.includes(job));
      return due;
    },
    retry: (job) => {
      const { retryLimit, retryDelaySeconds } = jobCatalogue[job.name];
      if (job.attempt > retryLimit) return;
      const delaySeconds = Math.min(300, retryDelaySeconds * 2 ** (job.attempt - 1));
      add({ ...job, attempt: job.attempt + 1, dueAt: now() + delaySeconds * 1_000 });
    },
    abandon: (job) => {
      add({ ...job, attempt: job.attempt + 1, dueAt: now() + jobCatalogue[job.name].expireSeconds * 1_000 });
    },
  };
}
