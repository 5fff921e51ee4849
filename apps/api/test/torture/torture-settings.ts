/** How hard one torture run is, and which. */
export interface TortureSettings {
  /** Decides what is asked for, what goes wrong and when; the machine decides what that meets. */
  readonly seed: number;
  /** How many generations people ask for. */
  readonly generations: number;
  /** For how long things go wrong. */
  readonly stormMs: number;
  /** People whose models are ready before the storm, and who ask for all the generations. */
  readonly people: number;
  /** People who train their first model in the middle of it. */
  readonly learners: number;
  /** What the studio is given to end everything after the storm. */
  readonly calmMs: number;
}

const perMinute = 60_000;

/** The run that belongs to every test run. */
export const shortTorture: TortureSettings = {
  seed: 2_026,
  generations: 200,
  stormMs: 30_000,
  people: 3,
  learners: 2,
  calmMs: 4 * perMinute,
};

/** A run of so many minutes; the number of generations grows with them unless it is said. */
export const longTorture = (given: {
  readonly seed: number;
  readonly minutes: number;
  readonly generations?: number;
}): TortureSettings => ({
  seed: given.seed,
  generations: given.generations ?? Math.round(given.minutes * 300),
  stormMs: given.minutes * perMinute,
  people: 6,
  learners: Math.max(2, Math.min(12, given.minutes)),
  calmMs: 15 * perMinute,
});
