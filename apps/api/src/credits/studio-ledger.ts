import type { SpendingPeriod } from "./spending-period.ts";

/** A stop of all new paid work. */
export interface Pause {
  readonly since: Date;
  /** In the operator's words, for the people who meet it. */
  readonly reason: string;
}

/** Something in a ledger that does not add up. */
export interface LedgerFault {
  readonly subjectId: string;
  readonly fault: string;
}

/** Credits that came in during a period, by where from. */
export interface GrantSum {
  readonly reason: "sign-up" | "operator" | "payment";
  readonly grants: number;
  readonly credits: number;
}

/** Work of one kind that was begun in a period: the ledger's numbers beside the provider's. */
export interface WorkSum {
  readonly work: "generation" | "training";
  readonly begun: number;
  readonly underWay: number;
  /** From before there were credits. */
  readonly unreserved: number;
  readonly reserved: number;
  readonly settled: number;
  readonly released: number;
  readonly held: number;
  /** What the provider took, and so charges for. */
  readonly accepted: number;
  /** Portraits, or trainings with a version. */
  readonly delivered: number;
  /** Taken by the provider and ended with nothing: the studio's own loss. */
  readonly acceptedInVain: number;
  /** Paid for by a subject though the provider never took it: must be 0. */
  readonly settledUnaccepted: number;
  /** Ended and settled for another amount than was delivered: must be 0. */
  readonly differing: number;
  /** As the provider measured it. */
  readonly predictSeconds: number;
  readonly predictSecondsInVain: number;
  /** Ended, and the provider has not said how long it worked. */
  readonly untold: number;
}

/** The ledgers of all subjects together, and the controls of the studio; what is asked here belongs to no session. */
export interface StudioLedger {
  readonly pause: (reason: string, at: Date) => Promise<void>;
  readonly resume: () => Promise<void>;
  /** Subjects who never got the sign-up grant. */
  readonly subjectsWithoutSignUpGrant: (atMost: number) => Promise<string[]>;
  /** Whether everybody from before there were credits has got theirs. */
  readonly isCaughtUp: () => Promise<boolean>;
  readonly markCaughtUp: (at: Date) => Promise<void>;
  /** What does not add up; none is what is wanted. */
  readonly faults: (atMost: number) => Promise<LedgerFault[]>;
  readonly grantsBetween: (period: SpendingPeriod) => Promise<GrantSum[]>;
  readonly spendingBetween: (period: SpendingPeriod) => Promise<WorkSum[]>;
}
