import type { Environment } from "./env.ts";
import type { Progress } from "./progress/progress.ts";
import type { SessionStore } from "./session/session-store.ts";
import type { Questions } from "./session/questions.ts";

/** What every command is given. */
export interface Invocation {
  /** The studio's address. */
  readonly server: string;
  readonly environment: Environment;
  readonly sessions: SessionStore;
  /** Where a piped password is read from. */
  readonly stdin: NodeJS.ReadStream;
  /** Asks the person; null where nobody can answer. */
  readonly questions: Questions | null;
  readonly progress: Progress;
  /** Aborted by Ctrl-C: waiting ends, the studio's work goes on. */
  readonly interrupted: AbortSignal;
  readonly now: () => Date;
}
