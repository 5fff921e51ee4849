import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectedTime } from "./expected-time.ts";
import type { ShootTime } from "./shoot-times.store.ts";

const seen = (shots: number, firstSeconds: number, lastSeconds: number): ShootTime => ({
  shots,
  firstSeconds,
  lastSeconds,
});
const anyTime = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0.1, max: 600, noNaN: true }), fc.nat(3_000))
  .map(([shots, first, more]) => seen(shots, first, shots === 1 ? first : first + more));

describe("how long a shoot is likely to take", () => {
  test("is not known while fewer than three were seen", () => {
    expect(expectedTime(12, [])).toBeNull();
    expect(expectedTime(1, [seen(12, 10, 40), seen(12, 11, 44)])).toBeNull();
  });

  test("is not known for several shots while only single ones were seen", () => {
    const singles = [seen(1, 10, 10), seen(1, 12, 12), seen(1, 14, 14)];
    expect(expectedTime(2, singles)).toBeNull();
    expect(expectedTime(1, singles)?.fromSeconds).toBeCloseTo(10.4);
  });

  test("is exactly what it always was, where it always was the same", () => {
    const same = Array.from({ length: 5 }, () => seen(11, 10, 40));
    expect(expectedTime(11, same)).toEqual({ fromSeconds: 40, toSeconds: 40 });
    expect(expectedTime(21, same)).toEqual({ fromSeconds: 70, toSeconds: 70 });
  });

  test("is a range that begins no later than it ends, and grows with the shots", () => {
    fc.assert(
      fc.property(fc.array(anyTime, { maxLength: 50 }), fc.integer({ min: 1, max: 39 }), (times, shots) => {
        const [range, more] = [expectedTime(shots, times), expectedTime(shots + 1, times)];
        fc.pre(range !== null && more !== null);
        expect(range.fromSeconds).toBeLessThanOrEqual(range.toSeconds);
        expect(more.toSeconds).toBeGreaterThanOrEqual(range.toSeconds);
      }),
    );
  });
});
