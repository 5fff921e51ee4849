import type { Clock } from "../clock/clock.ts";
import { throttled } from "../problems/problems.ts";
import type { Problem } from "../problems/problem.ts";
import { TokenBucket } from "./token-bucket.ts";

/** The provider's published limits a minute, with a full minute's worth as the burst; and the one on low credit. */
const limits = {
  predictions: { perMinute: 600, burst: 600 },
  "low credit predictions": { perMinute: 6, burst: 1 },
  other: { perMinute: 3000, burst: 3000 },
} as const;

type LimitName = keyof typeof limits;

/** Counts every account's requests against the provider's limits. */
export class RateLimiter {
  readonly #clock: Clock;
  readonly #buckets = new Map<string, TokenBucket>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The 429 this request gets, or null when it is allowed. */
  refuse(account: string, request: { createsPrediction: boolean; lowCredit: boolean }): Problem | null {
    const name = nameOf(request);
    const waitMs = this.#bucket(account, name).take(this.#clock.now());
    if (waitMs === 0) return null;
    return throttled(Math.ceil(waitMs / 1000), wording[name]);
  }

  #bucket(account: string, name: LimitName): TokenBucket {
    const key = `${account} ${name}`;
    const bucket = this.#buckets.get(key) ?? new TokenBucket(limits[name], this.#clock.now());
    this.#buckets.set(key, bucket);
    return bucket;
  }
}

function nameOf(request: { createsPrediction: boolean; lowCredit: boolean }): LimitName {
  if (!request.createsPrediction) return "other";
  return request.lowCredit ? "low credit predictions" : "predictions";
}

const wording: Readonly<Record<LimitName, string>> = {
  predictions: "Your rate limit for creating predictions is 600 requests per minute. Your rate limit",
  "low credit predictions":
    "Your rate limit for creating predictions is reduced to 6 requests per minute with a burst of 1 requests while you have less than $5.0 in credit. Your rate limit",
  other: "Your rate limit is 3000 requests per minute. Your rate limit",
};
