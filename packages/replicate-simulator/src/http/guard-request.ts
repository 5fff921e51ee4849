import { createMiddleware } from "hono/factory";
import type { RateLimiter } from "../limits/rate-limiter.ts";
import type { Simulation } from "../simulation.ts";
import type { ApiEnvironment } from "./api-environment.ts";
import { insufficientCredit } from "../problems/problems.ts";

/** Refuses what the account's limits or credit do not allow. */
export function guardRequest(simulation: Simulation, limiter: RateLimiter) {
  return createMiddleware<ApiEnvironment>(async (c, next) => {
    const creates = createdBy(c.req.method, c.req.path);
    const { credit } = simulation.faults;
    if (simulation.settings.limits === "replicate") {
      const refusal = limiter.refuse(c.var.account.username, {
        createsPrediction: creates === "prediction",
        lowCredit: credit === "low",
      });
      if (refusal !== null) throw refusal;
    }
    if (creates !== null && credit === "none") throw insufficientCredit();
    await next();
  });
}

/** What a successful request of this kind costs money for. */
export function createdBy(method: string, path: string): "prediction" | "training" | null {
  if (method !== "POST") return null;
  if (path.endsWith("/predictions")) return "prediction";
  return path.endsWith("/trainings") ? "training" : null;
}
