import type { TokenScope } from "../tokens/token-scope.ts";
import type { Caller } from "./caller.ts";

/** Who calls, and how far the call may go. */
export interface Access {
  readonly caller: Caller;
  /** What the access token may do that the request carries; `everything` with a session. */
  readonly scopes: "everything" | ReadonlySet<TokenScope>;
}
