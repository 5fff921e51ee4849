import type { Failure } from "../failures/failure.ts";

/** What a command has to say when it is through. */
export interface CommandResult {
  /** What `--json` prints: the studio's own views, never shortened. */
  readonly document: unknown;
  /** The same for a person to read. */
  readonly lines: readonly string[];
  /** Set when there is something to print and yet not what was asked for. */
  readonly failure?: Failure;
}
