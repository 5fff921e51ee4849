import type { Logger } from "pino";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";

/** What every procedure is given. */
export interface Context {
  readonly studio: Studio;
  /**
   * Who calls, from the session and from nothing else; null without a session. Looked up when first asked for, so
   * that its failures are a procedure's failures.
   *
   * @throws DomainError `account_closing`
   */
  readonly findCaller: () => Promise<Caller | null>;
  /**
   * The session that the request carries, for procedures that know their caller.
   *
   * @throws Error without a session
   */
  readonly findSessionId: () => Promise<string>;
  /** Where the request came from, as far as the studio's own proxies say. */
  readonly address: string;
  readonly requestId: string;
  readonly log: Logger;
}
