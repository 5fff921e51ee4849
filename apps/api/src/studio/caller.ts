/** Who calls: taken from the session alone, never from a request's input. */
export interface Caller {
  readonly subjectId: string;
  readonly subjectNumber: string;
  readonly triggerWord: string;
  readonly userId: string;
  readonly email: string;
}
