/** What an operator has ordered. */
export interface OperatorAct {
  readonly at: Date;
  readonly act: string;
  /** Whom it concerned; null for the studio as a whole. */
  readonly subjectId: string | null;
  /** In the operator's words. */
  readonly reason: string | null;
  /** Numbers and ids; nothing personal. */
  readonly details: Readonly<Record<string, string | number | boolean>>;
}

/** The log of operators' acts, which the database lets nobody change. */
export interface OperatorLog {
  readonly append: (act: OperatorAct) => Promise<void>;
  /** The newest acts, newest first. */
  readonly newest: (atMost: number) => Promise<readonly OperatorAct[]>;
}
