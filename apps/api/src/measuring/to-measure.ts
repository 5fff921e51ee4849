/** Something whose figures are missing, or were made by other networks or constants. */
export interface ToMeasure {
  readonly id: string;
  readonly subjectId: string;
}

/** Finds what is to be measured over all subjects, for work without a session; it sees ids and versions alone. */
export interface ToMeasureFinder {
  /** Selfies after one, in the order of their ids; null starts. */
  readonly selfiesAfter: (modelVersion: string, after: string | null, atMost: number) => Promise<ToMeasure[]>;
  /** Portraits after one, in the order of their ids; null starts. */
  readonly portraitsAfter: (
    current: { readonly modelVersion: string; readonly calibrations: readonly string[] },
    after: string | null,
    atMost: number,
  ) => Promise<ToMeasure[]>;
}
