import { createHash, timingSafeEqual } from "node:crypto";
import { Hono } from "hono";

/**
 * What is counted, for whoever watches the studio.
 *
 * @param token what a reader must carry; null on a port of its own, which nobody but the watcher should reach
 */
export const metricsRoutes = (render: () => Promise<string>, token: string | null): Hono => {
  const routes = new Hono();
  const wanted = token === null ? null : digest(`Bearer ${token}`);
  routes.get("/metrics", async (context) => {
    const given = digest(context.req.header("authorization") ?? "");
    if (wanted !== null && !timingSafeEqual(given, wanted)) return context.body(null, 401);
    const headers = {
      "Content-Type": "text/plain; version=0.0.4; charset=utf-8",
      "Cache-Control": "no-store",
    };
    return context.body(await render(), 200, headers);
  });
  return routes;
};

/** Equally long whatever was sent, so that comparing tells nothing. */
const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
