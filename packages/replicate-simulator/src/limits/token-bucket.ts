/** A limit that refills steadily: `burst` at once, then `perMinute`. Times are milliseconds since 1970. */
export class TokenBucket {
  readonly perMinute: number;
  readonly burst: number;
  #tokens: number;
  #filledAt: number;

  constructor(limit: { perMinute: number; burst: number }, now: number) {
    this.perMinute = limit.perMinute;
    this.burst = limit.burst;
    this.#tokens = limit.burst;
    this.#filledAt = now;
  }

  /** Takes one; 0 when it was allowed, otherwise the milliseconds until it would be. */
  take(now: number): number {
    const perMs = this.perMinute / 60_000;
    this.#tokens = Math.min(this.burst, this.#tokens + Math.max(0, now - this.#filledAt) * perMs);
    this.#filledAt = now;
    // Floating point: a bucket refilled for exactly long enough may hold a hair less than one.
    if (this.#tokens >= 1 - 1e-9) {
      this.#tokens -= 1;
      return 0;
    }
    return (1 - this.#tokens) / perMs;
  }
}
