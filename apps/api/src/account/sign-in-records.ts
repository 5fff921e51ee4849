import type { SubjectTransaction } from "../db/acting-as.ts";

/** A browser or terminal that somebody is signed in with. */
export interface SessionRow {
  readonly id: string;
  readonly userAgent: string | null;
  readonly createdAt: Date;
  readonly usedAt: Date;
}

/** What the studio asks of the sign-in tables, which belong to no subject. */
export interface SignInRecords {
  /** Ends every session of a person, in every browser and terminal. */
  readonly endSessions: (userId: string) => Promise<void>;
  /** The person who signs in with an address. */
  readonly userOf: (email: string) => Promise<string | undefined>;
  /** The address that a person signs in with. */
  readonly emailOf: (userId: string) => Promise<string | undefined>;
  /** A person's sessions that have not run out, the latest used first. */
  readonly listSessions: (userId: string, at: Date) => Promise<readonly SessionRow[]>;
  /** Ends one session of a person; false when the person has no such one. */
  readonly endSession: (userId: string, sessionId: string) => Promise<boolean>;
  /** Ends every session of a person but one. */
  readonly endOtherSessions: (userId: string, keptSessionId: string) => Promise<number>;
  /** Whether a subject number was given to somebody whose account is gone. */
  readonly isRetired: (subjectNumber: string) => Promise<boolean>;
  /** What is kept of a deletion's receipt: nobody can read it without its key. */
  readonly findDeletionReceipt: (id: string) => Promise<{ readonly sealed: string } | undefined>;
  /** Forgets the receipts of deletions that were finished before a moment; how many. */
  readonly forgetDeletionReceipts: (finishedBefore: Date) => Promise<number>;
  /** The address a person is written to, and whether they have confirmed that it is theirs. */
  readonly addressOf: (
    userId: string,
  ) => Promise<{ readonly email: string; readonly isConfirmed: boolean } | undefined>;
  /** Deletes a subject with all rows, the person's sign-in, and retires the number, in one transaction. */
  readonly eraseSubject: (erased: {
    readonly subjectId: string;
    readonly userId: string;
    readonly subjectNumber: string;
    readonly at: Date;
    /** Done first, in the same transaction. */
    readonly before: (tx: SubjectTransaction) => Promise<void>;
  }) => Promise<void>;
}
