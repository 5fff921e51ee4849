import { Hono } from "hono";
import type { Readiness } from "./readiness.ts";

/**
 * What whoever runs the process asks: `/healthz` whether it lives (else start it again), `/readyz` whether it should be
 * given requests (503 while not).
 */
export const healthRoutes = (readiness: Readiness): Hono => {
  const routes = new Hono();
  routes.get("/healthz", (context) => context.json({ status: "ok" }));
  routes.get("/readyz", async (context) => {
    const view = await readiness.look();
    return context.json(view, view.status === "ready" ? 200 : 503, { "cache-control": "no-store" });
  });
  return routes;
};
