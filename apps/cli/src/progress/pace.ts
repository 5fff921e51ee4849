/** How long the rest will take, from what was seen so far. */
export interface Pace {
  /** Remaining milliseconds, or null as long as nothing was measured. */
  readonly remainingMs: (at: {
    readonly done: number;
    readonly total: number;
    readonly nowMs: number;
  }) => number | null;
}

/**
 * Measures from the first amount it is told of, since what came before may have gone at another speed. It assumes
 * that the rest goes as fast as what was seen.
 */
export function measurePace(): Pace {
  let first: { done: number; atMs: number } | undefined;
  return {
    remainingMs: ({ done, total, nowMs }) => {
      if (first === undefined || done < first.done) first = { done, atMs: nowMs };
      const gained = done - first.done;
      const elapsedMs = nowMs - first.atMs;
      return gained > 0 && elapsedMs > 0 ? ((total - done) * elapsedMs) / gained : null;
    },
  };
}
