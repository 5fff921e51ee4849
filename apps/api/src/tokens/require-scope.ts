import { DomainError } from "../errors/domain-error.ts";
import type { Access } from "../studio/access.ts";
import type { TokenScope } from "./token-scope.ts";

/**
 * Lets a call through that may go this far; `session` is as far as no access token goes.
 *
 * @throws DomainError `token_scope_missing`, `token_not_enough`
 */
export const requireScope = ({ scopes }: Access, wanted: TokenScope | "session"): void => {
  if (scopes === "everything") return;
  if (wanted === "session") throw new DomainError("token_not_enough", {});
  if (!scopes.has(wanted)) throw new DomainError("token_scope_missing", { scope: wanted });
};
