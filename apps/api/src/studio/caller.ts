/** Who calls: taken from the session alone, never from a request's input. */
export interface Caller {
  readonly subjectId: string;
  readonly subjectNumber: string;
  readonly triggerWord: string;
  readonly userId: string;
  readonly email: string;
}

/** What of a caller stands without a session too: for work of a subject that goes on by itself. */
export type SubjectIdentity = Pick<Caller, "subjectId" | "subjectNumber" | "triggerWord">;
