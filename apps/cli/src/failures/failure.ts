import type { ExitCode } from "./exit-code.ts";

/** What a person or a script gets to know when something did not work. */
export interface Failure {
  /** One of the studio's codes or of `ownFailures`; a newer studio may have more. */
  readonly code: string;
  /** What happened. */
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
  /** The argument, option or field at fault, where there is one. */
  readonly field: string | null;
  readonly exitCode: ExitCode;
}

/** The part of a failure that `--json` prints; the exit code is said by exiting. */
export type FailureDocument = Omit<Failure, "exitCode">;

/** Leaves out of a failure what a document does not say. */
export function toFailureDocument({ code, message, fix, field }: Failure): FailureDocument {
  return { code, message, fix, field };
}

/** Carries a failure up to the place that prints it. */
export class FailureError extends Error {
  override readonly name = "FailureError";
  readonly failure: Failure;

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.message, options);
    this.failure = failure;
  }
}
