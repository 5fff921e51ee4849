import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { moved, whole, type Zoom, zoomed } from "./zoom.ts";
import { zoomOfKey } from "./zoom-of-key.ts";

const part = fc.double({ min: -0.5, max: 0.5, noNaN: true });
const points = fc.record({ x: part, y: part });
const factors = fc.double({ min: 0.2, max: 5, noNaN: true });
const steps = fc.oneof(fc.record({ factor: factors, around: points }), fc.record({ by: points }));
const zooms = fc
  .array(steps, { maxLength: 12 })
  .map((taken) =>
    taken.reduce<Zoom>(
      (zoom, step) => ("by" in step ? moved(zoom, step.by) : zoomed(zoom, step.factor, step.around)),
      whole,
    ),
  );

/** Which place of the picture, in parts of it from its middle, is seen at a place of the frame. */
const seenAt = ({ scale, x, y }: Zoom, at: { x: number; y: number }) => ({
  x: (at.x - x) / scale,
  y: (at.y - y) / scale,
});

describe("a zoom", () => {
  it("never shows what is beyond the picture's edges, and never less than the whole of it", () => {
    fc.assert(
      fc.property(zooms, (zoom) => {
        expect(zoom.scale).toBeGreaterThanOrEqual(1);
        for (const corner of [
          { x: -0.5, y: -0.5 },
          { x: 0.5, y: 0.5 },
        ]) {
          const { x, y } = seenAt(zoom, corner);
          expect(Math.abs(x)).toBeLessThanOrEqual(0.5 + 1e-9);
          expect(Math.abs(y)).toBeLessThanOrEqual(0.5 + 1e-9);
        }
      }),
    );
  });

  it("keeps the place under the finger where it is while it grows", () => {
    fc.assert(
      fc.property(zooms, points, fc.double({ min: 1, max: 2, noNaN: true }), (zoom, at, factor) => {
        const grown = zoomed(zoom, factor, at);
        const [before, after] = [seenAt(zoom, at), seenAt(grown, at)];
        expect(after.x).toBeCloseTo(before.x);
        expect(after.y).toBeCloseTo(before.y);
      }),
    );
  });

  it("follows the keys, and leaves the arrows to the room while the picture is whole", () => {
    expect(zoomOfKey(whole, "ArrowLeft")).toBeUndefined();
    const near = zoomOfKey(whole, "+") ?? whole;
    expect(near.scale).toBeGreaterThan(1);
    expect(zoomOfKey(near, "ArrowLeft")?.x).toBeGreaterThan(0);
    expect(zoomOfKey(near, "ArrowDown")?.y).toBeLessThan(0);
    expect(zoomOfKey(near, "0")).toEqual(whole);
    expect(zoomOfKey(near, "q")).toBeUndefined();
  });
});
