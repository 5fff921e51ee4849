/** Open work that should have gone on by now; ids alone. */
export interface StuckWork {
  readonly kind: "training" | "generation";
  readonly id: string;
  readonly status: string;
  readonly createdAt: Date;
  readonly deadlineAt: Date;
  readonly nextCheckAt: Date;
}

/** A number of the studio as a whole, as the database counts it now. */
export interface StudioGauge {
  readonly name: "credits_held" | "open_generations" | "open_trainings";
  /** The state that is counted; empty where there is only one number. */
  readonly label: string;
  readonly value: number;
}

/** Looks over the work of all subjects at once; whose it is, is not told. */
export interface StudioWatch {
  readonly stuckWork: (at: Date, atMost: number) => Promise<readonly StuckWork[]>;
  readonly gauges: () => Promise<readonly StudioGauge[]>;
  /** Since when and why no new paid work is taken; null: it is. */
  readonly pause: () => Promise<{ readonly since: Date; readonly reason: string } | null>;
  /** How many jobs of each kind wait or are worked on. */
  readonly queueDepths: () => Promise<
    readonly { readonly job: string; readonly state: string; readonly count: number }[]
  >;
}
