import { expect, it } from "vitest";
import { SeededRandom } from "./seeded-random.ts";

const draw = (random: SeededRandom) => Array.from({ length: 5 }, () => random.unit());

it("repeats itself for the same seed and not for another", () => {
  expect(draw(SeededRandom.from(1))).toEqual(draw(SeededRandom.from(1)));
  expect(draw(SeededRandom.from(1))).not.toEqual(draw(SeededRandom.from(2)));
  expect(draw(SeededRandom.from())).not.toEqual(draw(SeededRandom.from()));
});

it("forks into streams that do not disturb each other", () => {
  const random = SeededRandom.from("a");
  const first = draw(random.fork("one"));
  draw(random.fork("two"));
  expect(draw(SeededRandom.from("a").fork("one"))).toEqual(first);
});

it("stays within its bounds", () => {
  const random = SeededRandom.from("bounds");
  for (let round = 0; round < 1000; round += 1) {
    expect(random.below(3)).toBeLessThan(3);
    expect(random.between(2, 4)).toBeGreaterThanOrEqual(2);
  }
});
