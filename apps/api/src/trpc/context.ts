import type { Logger } from "pino";
import type { Access } from "../studio/access.ts";
import type { Studio } from "../studio/studio.ts";

/** What every procedure is given. */
export interface Context {
  readonly studio: Studio;
  /**
   * Who calls, from the session or the access token and from nothing else; null without one. Looked up when first asked
   * for, so that its failures are a procedure's failures.
   *
   * @throws DomainError `account_closing`, `token_refused`, `rate_limited`
   */
  readonly findAccess: () => Promise<Access | null>;
  /**
   * The session that the request carries, for procedures that know their caller.
   *
   * @throws Error without a session
   */
  readonly findSessionId: () => Promise<string>;
  /**
   * For answers that go on: looks again whether the access token still holds.
   *
   * @throws DomainError `token_refused`, `account_closing`
   */
  readonly requireStillAccess: () => Promise<void>;
  /** Where the request came from, as far as the studio's own proxies say. */
  readonly address: string;
  readonly requestId: string;
  readonly log: Logger;
}
