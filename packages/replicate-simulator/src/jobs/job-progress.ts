/** How far a running job is. */
export interface JobProgress {
  /** Of its planned run, 0 to 1. */
  fraction: number;
  elapsedSeconds: number;
}
