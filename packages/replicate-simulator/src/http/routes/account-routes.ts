import { Hono } from "hono";
import type { Simulation } from "../../simulation.ts";
import type { ApiEnvironment } from "../api-environment.ts";

/** `GET /account` and `GET /webhooks/default/secret`. */
export function accountRoutes(simulation: Simulation) {
  return new Hono<ApiEnvironment>()
    .get("/account", (c) => {
      const { type, username, name } = c.var.account;
      return c.json({
        type,
        username,
        name: name ?? username,
        github_url: `https://github.com/${username}`,
        avatar_url: `https://github.com/${username}.png`,
      });
    })
    .get("/webhooks/default/secret", (c) => {
      const key = simulation.stores.accounts.get(c.var.account.username)?.webhookSecret;
      return c.json({ key });
    });
}
