import fc from "fast-check";
import { expect, test } from "vitest";
import { smallDesign } from "../../test/small-design.ts";
import { armOrderOf } from "./arm-order.ts";
import { ballotsOf } from "./ballots.ts";
import { blocksOf, comparisonsOf } from "./experiment-design.ts";

const designs = fc
  .record({ briefs: fc.integer({ min: 1, max: 6 }), seeds: fc.integer({ min: 1, max: 6 }) })
  .map(({ briefs, seeds }) =>
    smallDesign("at sea", {
      briefs: Array.from({ length: briefs }, (_, brief) => ({ text: `brief ${brief}`, expression: null })),
      seeds: Array.from({ length: seeds }, (_, seed) => seed + 1),
    }),
  );
const lots = fc.integer({ min: 1, max: 2_147_483_647 });

test("every comparison stands on every block exactly once, whatever the lot", () => {
  fc.assert(
    fc.property(designs, lots, (design, seed) => {
      const ballots = ballotsOf(design, seed);
      const found = ballots.map(({ block, firstArm, secondArm }) =>
        [block, ...[firstArm, secondArm].toSorted((one, other) => one - other)].join(),
      );
      const wanted = blocksOf(design).flatMap(({ block }) =>
        comparisonsOf(design).map(([one, other]) => [block, one, other].join()),
      );
      expect(found.toSorted()).toEqual(wanted.toSorted());
      expect(ballots.map(({ ballot }) => ballot)).toEqual(ballots.map((_ballot, place) => place));
      expect(ballotsOf(design, seed)).toEqual(ballots);
    }),
  );
});

test("an arm stands first as often as second: whoever always presses one key prefers nothing", () => {
  const design = smallDesign("at sea", { seeds: Array.from({ length: 24 }, (_, seed) => seed + 1) });
  const sides = Array.from({ length: 100 }, (_, seed) =>
    ballotsOf(design, 1 + seed * 7_919).map(({ firstArm }) => firstArm),
  ).flat();
  const share = sides.filter((arm) => arm === 0).length / sides.length;
  // 4,800 throws of a fair coin: three standard errors are 0.022.
  expect(Math.abs(share - 0.5)).toBeLessThan(0.022);
});

test("no arm of a block is asked for first more often than another", () => {
  const design = smallDesign("at sea");
  const order = (block: number) => armOrderOf(design, 7, block);
  const firsts = Array.from({ length: 2_000 }, (_, block) => order(block)[0]);
  // 2,000 throws of a fair coin: three standard errors are 0.034.
  expect(Math.abs(firsts.filter((arm) => arm === 0).length / 2_000 - 0.5)).toBeLessThan(0.034);
  expect(order(3).toSorted((one, other) => one - other)).toEqual([0, 1]);
  expect(order(3)).toEqual(order(3));
});
