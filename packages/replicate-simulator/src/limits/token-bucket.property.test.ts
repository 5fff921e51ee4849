import { array, assert, integer, property } from "fast-check";
import { expect, it } from "vitest";
import { TokenBucket } from "./token-bucket.ts";

it("never lets more through than the burst and what refilled, and is right about the wait", () => {
  const limit = integer({ min: 1, max: 100 });
  const waits = array(integer({ min: 0, max: 20_000 }), { maxLength: 50 });
  assert(
    property(limit, limit, waits, (perMinute, burst, gapsMs) => {
      const bucket = new TokenBucket({ perMinute, burst }, 0);
      let now = 0;
      let allowed = 0;
      for (const gapMs of gapsMs) {
        now += gapMs;
        const waitMs = bucket.take(now);
        if (waitMs === 0) {
          allowed += 1;
          continue;
        }
        now += waitMs;
        expect(bucket.take(now)).toBe(0);
        allowed += 1;
      }
      expect(allowed).toBeLessThanOrEqual(burst + (now * perMinute) / 60_000 + 1e-6 * (gapsMs.length + 1));
    }),
  );
});
