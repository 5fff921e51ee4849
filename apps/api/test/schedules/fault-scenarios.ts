import type { FaultRequest } from "@selfsame/replicate-simulator";
import type { FaultKind } from "./fault-arbitrary.ts";

/** What a person is left with when a fault hits the one thing they asked for. */
export interface ExpectedEnd {
  readonly status: string;
  /** The code of what the person is told; null when there is nothing to say. */
  readonly told: string | null;
  /** How many of two portraits, or of one version, the person has. */
  readonly kept: number;
  /** How many predictions or trainings the provider has accepted. */
  readonly accepted: 0 | 1;
}

/** A fault, and the end it leads to. */
export interface FaultScenario {
  readonly fault: FaultRequest;
  readonly end: ExpectedEnd;
}

const minuteMs = 60_000;

/** Where each kind of work is asked for. */
const creating = {
  prediction: { method: "POST", path: "/predictions", times: 1 },
  training: { method: "POST", path: "/models/*/*/versions/*/trainings", times: 1 },
} as const;

const well = { status: "succeeded", told: null, kept: 2, accepted: 1 } as const;
const trained = { status: "ready", told: null, kept: 1, accepted: 1 } as const;
const failed = (told: string, accepted: 0 | 1 = 1) =>
  ({ status: "failed", told, kept: 0, accepted }) as const;

/** One scenario of a generation of two portraits for every kind: a kind that is missing does not compile. */
export const generationScenarios: { readonly [TKind in FaultKind]: FaultScenario } = {
  "insufficient-credit": {
    fault: { kind: "insufficient-credit", ...creating.prediction },
    end: failed("provider-no-credit", 0),
  },
  throttled: { fault: { kind: "throttled", retryAfterSeconds: 300, ...creating.prediction }, end: well },
  "server-error": { fault: { kind: "server-error", ...creating.prediction }, end: well },
  "server-error-html": { fault: { kind: "server-error-html", ...creating.prediction }, end: well },
  "dropped-before": { fault: { kind: "dropped-before", ...creating.prediction }, end: well },
  "dropped-after": { fault: { kind: "dropped-after", ...creating.prediction }, end: well },
  "slow-answer": { fault: { kind: "slow-answer", delayMs: 45_000, ...creating.prediction }, end: well },
  "slow-start": { fault: { kind: "slow-start", delayMs: 20 * minuteMs, job: "prediction" }, end: well },
  "stuck-in-starting": {
    fault: { kind: "stuck-in-starting", job: "prediction" },
    end: { status: "expired", told: "not-answered", kept: 0, accepted: 1 },
  },
  failed: { fault: { kind: "failed", job: "prediction" }, end: failed("unknown") },
  "failed-after-success-logs": {
    fault: { kind: "failed-after-success-logs", job: "prediction" },
    end: failed("unknown"),
  },
  "nsfw-some": {
    fault: { kind: "nsfw-some", job: "prediction" },
    end: { status: "succeeded", told: "content-withheld", kept: 1, accepted: 1 },
  },
  "nsfw-all": { fault: { kind: "nsfw-all", job: "prediction" }, end: failed("content-withheld") },
  "output-expired": { fault: { kind: "output-expired", job: "prediction" }, end: failed("outputs-expired") },
  "output-truncated": {
    fault: { kind: "output-truncated", job: "prediction" },
    end: failed("outputs-unusable"),
  },
  "output-not-an-image": {
    fault: { kind: "output-not-an-image", job: "prediction" },
    end: failed("outputs-unusable"),
  },
  "webhook-lost": { fault: { kind: "webhook-lost" }, end: well },
  "webhook-repeated": { fault: { kind: "webhook-repeated" }, end: well },
  "webhook-reordered": { fault: { kind: "webhook-reordered" }, end: well },
  "webhook-late": { fault: { kind: "webhook-late", delayMs: 10 * minuteMs }, end: well },
  "webhook-wrongly-signed": { fault: { kind: "webhook-wrongly-signed" }, end: well },
};

/** The same of a training. */
export const trainingScenarios: { readonly [TKind in FaultKind]: FaultScenario } = {
  "insufficient-credit": {
    fault: { kind: "insufficient-credit", ...creating.training },
    end: failed("provider-no-credit", 0),
  },
  throttled: { fault: { kind: "throttled", retryAfterSeconds: 300, ...creating.training }, end: trained },
  "server-error": { fault: { kind: "server-error", ...creating.training }, end: trained },
  "server-error-html": { fault: { kind: "server-error-html", ...creating.training }, end: trained },
  "dropped-before": { fault: { kind: "dropped-before", ...creating.training }, end: trained },
  "dropped-after": { fault: { kind: "dropped-after", ...creating.training }, end: trained },
  "slow-answer": { fault: { kind: "slow-answer", delayMs: 45_000, ...creating.training }, end: trained },
  "slow-start": { fault: { kind: "slow-start", delayMs: 20 * minuteMs, job: "training" }, end: trained },
  "stuck-in-starting": { fault: { kind: "stuck-in-starting", job: "training" }, end: failed("not-answered") },
  failed: { fault: { kind: "failed", job: "training" }, end: failed("unknown") },
  "failed-after-success-logs": {
    fault: { kind: "failed-after-success-logs", job: "training" },
    end: failed("unknown"),
  },
  "nsfw-some": { fault: { kind: "nsfw-some", job: "training" }, end: trained },
  "nsfw-all": { fault: { kind: "nsfw-all", job: "training" }, end: trained },
  // The weights' file is never fetched: the version at the provider is what counts.
  "output-expired": { fault: { kind: "output-expired", job: "training" }, end: trained },
  "output-truncated": { fault: { kind: "output-truncated", job: "training" }, end: trained },
  "output-not-an-image": { fault: { kind: "output-not-an-image", job: "training" }, end: trained },
  "webhook-lost": { fault: { kind: "webhook-lost" }, end: trained },
  "webhook-repeated": { fault: { kind: "webhook-repeated" }, end: trained },
  "webhook-reordered": { fault: { kind: "webhook-reordered" }, end: trained },
  "webhook-late": { fault: { kind: "webhook-late", delayMs: 10 * minuteMs }, end: trained },
  "webhook-wrongly-signed": { fault: { kind: "webhook-wrongly-signed" }, end: trained },
};
