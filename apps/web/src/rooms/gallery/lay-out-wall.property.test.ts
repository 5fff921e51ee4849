import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { portraitView } from "../../../test/views.ts";
import { hangByDay } from "./hang-by-day.ts";
import { layOutWall, type Wall } from "./lay-out-wall.ts";
import { type Direction, portraitTowards } from "./portrait-towards.ts";

/** Walls of several days, some with a kept portrait that hangs large, on windows of any width. */
const walls = fc
  .record({
    days: fc.array(fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 6 }),
    width: fc.integer({ min: 300, max: 1_600 }),
    narrow: fc.boolean(),
    captionHeight: fc.constantFrom(0, 24),
  })
  .map(({ days, width, narrow, captionHeight }) => {
    const portraits = days.flatMap((kept, day) =>
      kept.map((isKept, at) =>
        portraitView({
          id: `${day}-${at}`,
          kept: isKept,
          createdAt: `2026-11-${String(28 - day).padStart(2, "0")}T10:00:00.000Z`,
        }),
      ),
    );
    const byDay = hangByDay(portraits, ({ createdAt }) => createdAt.slice(0, 10));
    // What has words below it hangs by its score, and then nothing is large.
    const hung = captionHeight === 0 ? byDay : byDay.map((day) => ({ ...day, largeId: null }));
    const wall = layOutWall(hung, { width, narrow, headHeight: 64, captionHeight });
    return { portraits, wall, width, captionHeight };
  });

/** Where a tile is on the whole wall. */
const boxes = (wall: Wall) =>
  wall.rows.flatMap(({ dayIndex, tiles }) =>
    tiles.map((tile) => ({ ...tile, top: tile.top + (wall.days[dayIndex]?.start ?? 0) })),
  );

describe("a wall", () => {
  it("gives every portrait one place, within its width, in its own row, above no other", () => {
    fc.assert(
      fc.property(walls, ({ portraits, wall, width, captionHeight }) => {
        const placed = boxes(wall);
        expect(placed.map(({ portrait }) => portrait.id).toSorted()).toEqual(
          portraits.map(({ id }) => id).toSorted(),
        );
        for (const box of placed) {
          expect(box.left).toBeGreaterThanOrEqual(0);
          expect(box.left + box.width).toBeLessThanOrEqual(width + 0.01);
          expect(box.height / box.width).toBeCloseTo(4 / 3);
        }
        const overlaps = placed.filter((one, at) =>
          placed
            .slice(at + 1)
            .some(
              (other) =>
                one.left < other.left + other.width - 0.01 &&
                other.left < one.left + one.width - 0.01 &&
                one.top < other.top + other.height + captionHeight - 0.01 &&
                other.top < one.top + one.height + captionHeight - 0.01,
            ),
        );
        expect(overlaps).toEqual([]);
      }),
    );
  });

  it("is as high as its rows, which follow each other without a hole and hold their tiles", () => {
    fc.assert(
      fc.property(walls, ({ wall, captionHeight }) => {
        let end = 0;
        for (const { start, size, tiles, dayIndex } of wall.rows) {
          expect(start).toBeCloseTo(end);
          end = start + size;
          for (const { top, height } of tiles) {
            const within = top + (wall.days[dayIndex]?.start ?? 0);
            expect(within).toBeGreaterThanOrEqual(start - 0.01);
            expect(within + height + captionHeight).toBeLessThanOrEqual(end + 0.01);
          }
        }
        expect(wall.height).toBeCloseTo(end);
      }),
    );
  });

  it("is gone through whole by one key, back by the other, and up and down lead up and down", () => {
    fc.assert(
      fc.property(walls, ({ wall }) => {
        const [first, last] = [wall.tiles[0]?.portrait.id ?? "", wall.tiles.at(-1)?.portrait.id ?? ""];
        const walk = (from: string, direction: Direction) => {
          const seen: string[] = [];
          for (let id: string | undefined = from; id !== undefined && seen.length <= wall.tiles.length;) {
            seen.push(id);
            id = portraitTowards(wall, id, direction);
          }
          return seen;
        };
        const order = wall.tiles.map(({ portrait }) => portrait.id);
        expect(walk(first, "right")).toEqual(order);
        expect(walk(last, "left")).toEqual(order.toReversed());
        const tops = new Map(boxes(wall).map(({ portrait, top }) => [portrait.id, top]));
        for (const id of order) {
          const top = tops.get(id) ?? 0;
          const [above, below] = [portraitTowards(wall, id, "up"), portraitTowards(wall, id, "down")];
          expect(tops.get(above ?? "") ?? Number.NEGATIVE_INFINITY).toBeLessThan(top);
          expect(tops.get(below ?? "") ?? Number.POSITIVE_INFINITY).toBeGreaterThan(top);
        }
        const down = walk(first, "down");
        expect(wall.places.get(down.at(-1) ?? "")?.row).toBe(wall.rows.length - 1);
      }),
    );
  });
});
