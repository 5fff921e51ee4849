import type { FaultRequest } from "@selfsame/replicate-simulator";
import type { Strike } from "./plan-strikes.ts";
import type { Draw } from "./draw.ts";
import type { TortureSettings } from "./torture-settings.ts";

const create = { method: "POST", path: "/predictions" } as const;
const train = { method: "POST", path: "/models/*/*/versions/*/trainings" } as const;
const look = { method: "GET", path: "/predictions/*" } as const;
const list = { method: "GET", path: "/predictions" } as const;

/** Every way in which the provider fails, each a few times in every stretch of the storm. */
const faults: readonly ((draw: Draw) => FaultRequest)[] = [
  (draw) => ({ kind: "dropped-after", ...create, times: draw(1, 3) }),
  (draw) => ({ kind: "dropped-before", ...create, times: draw(1, 3) }),
  (draw) => ({ kind: "server-error-html", ...create, times: draw(1, 3) }),
  (draw) => ({ kind: "throttled", ...create, times: draw(2, 6), retryAfterSeconds: draw(1, 4) }),
  (draw) => ({ kind: "slow-answer", ...create, times: draw(1, 4), delayMs: draw(500, 3_000) }),
  (draw) => ({ kind: "server-error", ...look, times: draw(1, 4) }),
  (draw) => ({ kind: "server-error-html", ...list, times: draw(1, 4) }),
  (draw) => ({ kind: "dropped-before", ...list, times: draw(1, 3) }),
  () => ({ kind: "dropped-after", ...train, times: 1 }),
  () => ({ kind: "server-error-html", ...train, times: 1 }),
  () => ({ kind: "throttled", method: "POST", path: "/files", times: 1, retryAfterSeconds: 1 }),
  (draw) => ({ kind: "webhook-lost", times: draw(4, 12), probability: 0.5 }),
  (draw) => ({ kind: "webhook-repeated", times: draw(4, 12), probability: 0.5 }),
  (draw) => ({ kind: "webhook-reordered", times: draw(4, 12), probability: 0.5 }),
  (draw) => ({ kind: "webhook-late", times: draw(4, 12), probability: 0.5, delayMs: draw(500, 8_000) }),
  (draw) => ({ kind: "webhook-wrongly-signed", times: draw(2, 6), probability: 0.5 }),
  (draw) => ({ kind: "output-truncated", job: "prediction", times: draw(1, 2) }),
  (draw) => ({ kind: "output-expired", job: "prediction", times: draw(1, 2) }),
  (draw) => ({ kind: "output-not-an-image", job: "prediction", times: draw(1, 2) }),
  (draw) => ({ kind: "nsfw-some", job: "prediction", times: draw(1, 4) }),
  (draw) => ({ kind: "nsfw-all", job: "prediction", times: draw(1, 2) }),
  (draw) => ({ kind: "failed", job: "prediction", times: draw(1, 2) }),
  (draw) => ({ kind: "failed-after-success-logs", job: "prediction", times: draw(1, 2) }),
  (draw) => ({ kind: "slow-start", job: "prediction", times: draw(1, 4), delayMs: draw(1_000, 8_000) }),
  () => ({ kind: "insufficient-credit", ...create, times: 1 }),
];

const everyMs = 40_000;

/** All of them once in every forty seconds, in an order and at moments of the seed. */
export function planFaults({ stormMs }: Pick<TortureSettings, "stormMs">, draw: Draw): Strike[] {
  const rounds = Math.max(1, Math.round(stormMs / everyMs));
  const roundMs = stormMs / rounds;
  return Array.from({ length: rounds }, (_, round) =>
    faults.map((fault): Strike => ({
      atMs: Math.floor(round * roundMs + (draw(0, 85) / 100) * roundMs),
      kind: "fault",
      fault: fault(draw),
    })),
  ).flat();
}
