/** What a portrait costs: it is what a credit is. */
export const creditsPerPortrait = 1;

/** What things cost and how much may be spent; every number is in credits. */
export interface CreditSettings {
  /** What a new subject is given, once. */
  readonly signUp: number;
  /** What a training costs. */
  readonly training: number;
  /** The most that any one subject may spend in a calendar month (UTC); null: no bound. */
  readonly monthlyPerSubject: number | null;
  /** The most that the whole studio may spend in a day (UTC); null: no bound. */
  readonly dailyForStudio: number | null;
}

/**
 * What is taken where nothing else is set. A training holds a GPU for minutes and a portrait for seconds, hence 20 to
 * 1; a new subject can train twice and make 60 portraits.
 */
export const defaultCreditSettings: CreditSettings = {
  signUp: 100,
  training: 20,
  monthlyPerSubject: null,
  dailyForStudio: null,
};
