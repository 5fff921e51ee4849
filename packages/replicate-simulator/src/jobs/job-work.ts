import type { TrainedFace } from "../models/version-record.ts";
import type { JobRecord } from "./job-record.ts";

/** A file a job made, before it is put on the delivery host. */
export interface MadeFile {
  name: string;
  contentType: string;
  bytes: Buffer;
}

/** What a job's work came to; `closingLogs` follow the logs of its run. */
export type WorkOutcome =
  | { ok: true; files: MadeFile[]; face: TrainedFace | null; closingLogs: string }
  | { ok: false; soon: boolean; error: string; closingLogs: string };

/** The work of one kind of job; begun when the job starts, given up when the signal says so. */
export interface JobWork {
  begin(job: JobRecord, signal: AbortSignal): Promise<WorkOutcome>;
}
