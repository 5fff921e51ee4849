import type { JobWithMetadata } from "pg-boss";

/** A job that failed on its last try and was set aside. */
export interface DeadLetter {
  readonly id: string;
  /** Which kind of job it was; null for one that nobody knows any more. */
  readonly job: string | null;
  /** Ids alone, as of every job. */
  readonly payload: object;
  readonly tries: number;
  readonly enqueuedAt: Date | null;
  readonly setAsideAt: Date;
  /** What its last try failed with; for the log and the operator. */
  readonly failure: object | null;
}

/** Puts what the queue keeps of a job that was set aside into our words. */
export const toDeadLetter = (job: JobWithMetadata): DeadLetter => ({
  id: job.id,
  job: job.sourceName,
  payload: job.data,
  tries: (job.sourceRetryCount ?? 0) + 1,
  enqueuedAt: job.sourceCreatedOn,
  setAsideAt: job.createdOn,
  failure: job.sourceOutput,
});
