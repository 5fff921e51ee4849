import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { createMiddleware } from "hono/factory";
import type { RequestFault } from "../faults/fault.ts";
import type { Simulation } from "../simulation.ts";
import type { ApiEnvironment } from "./api-environment.ts";
import { createdBy } from "./guard-request.ts";
import { Problem } from "../problems/problem.ts";
import { insufficientCredit, throttled } from "../problems/problems.ts";

const htmlError =
  "<!DOCTYPE html><html><head><title>500 Internal Server Error</title></head><body><h1>Internal Server Error</h1></body></html>";

/** Makes the request go wrong in the ways the fault board asks for. */
export function applyFaults(simulation: Simulation) {
  return createMiddleware<ApiEnvironment>(async (c, next) => {
    const { method } = c.req;
    const path = c.req.path.replace(/^\/v1(?=\/)/, "");
    const creates = createdBy(method, path) !== null;
    const faults = simulation.faults.takeForRequest({ method, path, creates });
    const slow = faults.find((fault) => fault.kind === "slow-answer");
    if (slow !== undefined) await simulation.clock.sleep(slow.delayMs).done;
    const kinds = new Set(faults.map((fault) => fault.kind));
    if (kinds.has("dropped-before")) return drop();
    const refusal = faults.map(refusalOf).find((answer) => answer !== null);
    if (refusal !== undefined) throw refusal;
    if (kinds.has("server-error-html")) return c.html(htmlError, 500);
    await next();
    return kinds.has("dropped-after") ? drop() : undefined;

    function drop(): Response {
      c.env.incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    }
  });
}

function refusalOf(fault: RequestFault): Problem | null {
  switch (fault.kind) {
    case "insufficient-credit":
      return insufficientCredit();
    case "throttled":
      return throttled(fault.retryAfterSeconds, "Your rate limit");
    case "server-error":
      // The provider's own spelling.
      return new Problem(500, { detail: "An unexpected error ocurred", status: 500 });
    default:
      return null;
  }
}
