import fc from "fast-check";
import { expect, test } from "vitest";
import { deriveTakeSeed } from "./derive-take-seed.ts";
import { maximumShotsOfShoot } from "./shoot-limits.ts";

const highest = 2_147_483_647;
const anySeed = fc.integer({ min: 1, max: highest });
const anyTake = fc.record({
  position: fc.integer({ min: 0, max: maximumShotsOfShoot - 1 }),
  take: fc.integer({ min: 0, max: 50 }),
});

test("a take's seed is one that the provider takes, and never 0", () => {
  fc.assert(
    fc.property(anySeed, anyTake, (seed, take) => {
      const derived = deriveTakeSeed(seed, take);
      expect(derived).toBeGreaterThanOrEqual(1);
      expect(derived).toBeLessThanOrEqual(highest);
      expect(Number.isInteger(derived)).toBe(true);
    }),
  );
});

test("two takes of one shoot are at least four seeds apart, whichever shots they are of", () => {
  fc.assert(
    fc.property(anySeed, anyTake, anyTake, (seed, one, other) => {
      fc.pre(one.position !== other.position || one.take !== other.take);
      const apart = Math.abs(deriveTakeSeed(seed, one) - deriveTakeSeed(seed, other));
      expect(Math.min(apart, highest - apart)).toBeGreaterThanOrEqual(4);
    }),
  );
});

test("the first take of the first shot has the shoot's own seed", () => {
  fc.assert(
    fc.property(anySeed, (seed) => {
      expect(deriveTakeSeed(seed, { position: 0, take: 0 })).toBe(seed);
    }),
  );
});
