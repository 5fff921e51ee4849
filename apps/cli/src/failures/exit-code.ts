/**
 * How a command ended, for scripts. These numbers are part of the command line's contract and never change meaning;
 * 130 is what shells give to a program that was interrupted.
 */
export const exitCodes = {
  done: 0,
  unexpected: 1,
  /** The command line, a file or a brief is wrong; the studio was asked for nothing, or refused that very thing. */
  badInput: 2,
  notSignedIn: 3,
  /** The studio refuses for now: something has to happen first. */
  refused: 4,
  /** The studio, or the provider behind it, cannot be reached or used at the moment. */
  unavailable: 5,
  /** It ended, without what was asked for: a failed training, withheld portraits. */
  notReached: 6,
  interrupted: 130,
} as const;

/** One of the exit codes. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
