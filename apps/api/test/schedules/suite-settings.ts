/** How many schedules a suite plays, and which. */
export interface SuiteSettings {
  readonly count: number;
  /** No schedule begins later than this after the first. */
  readonly mostMs: number;
  readonly seed: number;
  /** Leads to the one schedule that failed; undefined plays all. */
  readonly path: string | undefined;
}

/**
 * Every run plays the same thousand schedules, so that a failure comes from a change. A long run sets the number and
 * another seed, and takes the time it takes; a failure is repeated by the seed and the path that it named.
 *
 * @example
 * SCHEDULES=20000 SCHEDULES_SEED=7 vitest run test/schedules
 */
export function readSuiteSettings(environment: NodeJS.ProcessEnv): SuiteSettings {
  const { SCHEDULES, SCHEDULES_SEED, SCHEDULES_PATH } = environment;
  return {
    count: Number(SCHEDULES ?? 1_000),
    mostMs: SCHEDULES === undefined ? 165_000 : Number.POSITIVE_INFINITY,
    seed: Number(SCHEDULES_SEED ?? 2_026),
    path: SCHEDULES_PATH,
  };
}
