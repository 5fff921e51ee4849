import { createMiddleware } from "hono/factory";
import type { Simulation } from "../simulation.ts";
import type { ApiEnvironment } from "./api-environment.ts";
import { problem } from "../problems/problems.ts";

/** Finds the account behind the `Authorization` header, with the scheme `Bearer` or the older `Token`. */
export function authenticate(simulation: Simulation) {
  const accounts = new Map(simulation.settings.accounts.map((account) => [account.token, account]));
  return createMiddleware<ApiEnvironment>(async (c, next) => {
    const header = c.req.header("authorization");
    if (header === undefined || header.trim() === "") {
      throw problem(401, "Unauthenticated", "You did not pass an authentication token");
    }
    const token = /^(?:Bearer|Token)\s+(\S+)$/i.exec(header)?.[1];
    const account = token === undefined ? undefined : accounts.get(token);
    if (account === undefined) throw problem(401, "Unauthenticated", "Invalid or expired API token.");
    c.set("account", account);
    await next();
  });
}
