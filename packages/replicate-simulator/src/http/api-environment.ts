import type { HttpBindings } from "@hono/node-server";
import type { Account } from "../accounts/account.ts";

/** What a handler finds in its context: the Node request behind it, and the account whose token was sent. */
export interface ApiEnvironment {
  Bindings: HttpBindings;
  Variables: { account: Account };
}
