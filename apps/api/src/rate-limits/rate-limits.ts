/**
 * What is limited: entering (sign-in, sign-up, mails about them), uploading, generating and training, whole shoots,
 * talking to Maya, exporting everything, asking for the proof, and requests with an access token.
 */
export type LimitedAct = "enter" | "upload" | "generate" | "shoot" | "talk" | "export" | "prove" | "token";

/** How often one act may be done in a while. */
export interface RateBudget {
  readonly perAccount: number;
  /** More than one account's: a household or an office shares an address. */
  readonly perAddress: number;
  readonly withinSeconds: number;
}

/** Who does it, as far as is known. */
export interface LimitedActor {
  /** The subject; for entering the e-mail address that was given, for a token its id; null when there is none. */
  readonly account: string | null;
  readonly address: string;
}

/** Counts what accounts and addresses do, across all processes of the studio. */
export interface RateLimits {
  /**
   * Counts one act.
   *
   * @throws DomainError `rate_limited` when the account or the address has had its share of the while
   */
  readonly count: (act: LimitedAct, actor: LimitedActor) => Promise<void>;
}

/**
 * The defaults. Entering: 20 tries in 15 minutes are far more than a person mistypes, and less than 2,000 a day for
 * who guesses. Uploading: a whole set of 40 selfies five times over. Generating: the provider takes 600 a minute of all.
 * Shooting: up to 40 generations each, one shoot a minute.
 * Proving is asked for once a visit and once a further page of it.
 * Exporting reads everything of a person: more than a few times an hour nobody needs it.
 * Tokens: five requests a second, which a program that asks every two seconds stays far below.
 */
export const defaultRateBudgets: Readonly<Record<LimitedAct, RateBudget>> = {
  enter: { perAccount: 20, perAddress: 60, withinSeconds: 900 },
  upload: { perAccount: 200, perAddress: 600, withinSeconds: 600 },
  generate: { perAccount: 30, perAddress: 120, withinSeconds: 60 },
  shoot: { perAccount: 10, perAddress: 40, withinSeconds: 600 },
  talk: { perAccount: 30, perAddress: 120, withinSeconds: 60 },
  export: { perAccount: 5, perAddress: 30, withinSeconds: 3_600 },
  token: { perAccount: 300, perAddress: 1_200, withinSeconds: 60 },
  prove: { perAccount: 30, perAddress: 120, withinSeconds: 60 },
};

/** Counts nothing and refuses nobody. */
export const noRateLimits: RateLimits = { count: async () => {} };
