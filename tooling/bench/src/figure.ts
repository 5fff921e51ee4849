/** One line of a figure: what was measured, several times over. */
export interface Measured {
  readonly what: string;
  /** One value for each round, in the order in which they were taken. */
  readonly samples: readonly number[];
  readonly unit: string;
  /** What is to be reached, in words; null for a peer and for what is only told. */
  readonly toReach: string | null;
}

/** A figure of the studio, measured beside its peers in the same run. */
export interface Figure {
  /** How it is asked for on the command line. */
  readonly name: string;
  /** What is measured and how, in a sentence or two. */
  readonly about: string;
  /** Measures; whatever it started has ended when it resolves. */
  readonly measure: () => Promise<readonly Measured[]>;
}
