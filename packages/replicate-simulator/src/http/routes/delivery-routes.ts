import { Hono } from "hono";
import type { Simulation } from "../../simulation.ts";

const notAnImage = "<!DOCTYPE html><html><body>Bad gateway</body></html>";

/** The delivery host: what predictions and trainings made, for whoever knows the address. */
export function deliveryRoutes(simulation: Simulation) {
  return new Hono().get("/delivery/:token/:name", async (c) => {
    const path = `${c.req.param("token")}/${c.req.param("name")}`;
    const delivery = simulation.stores.deliveries.get(path);
    const bytes = delivery === undefined ? null : await simulation.bytes.read(path);
    if (delivery === undefined || bytes === null || delivery.fault === "output-expired") {
      return c.text("Not Found", 404);
    }
    if (delivery.fault === "output-not-an-image") {
      return c.body(notAnImage, 200, { "content-type": delivery.contentType });
    }
    const whole = new Uint8Array(bytes);
    const sent = delivery.fault === "output-truncated" ? whole.subarray(0, whole.length >> 1) : whole;
    return c.body(new Uint8Array(sent), 200, {
      "content-type": delivery.contentType,
      "cache-control": "public, max-age=3600",
    });
  });
}
