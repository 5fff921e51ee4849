import fc from "fast-check";
import { expect, test } from "vitest";
import { identityFromSeed } from "./identity-from-seed.ts";
import { genericIdentity, type Identity } from "./identity.ts";
import { mixIdentities } from "./mix-identities.ts";

/** How far each number and each choice of an identity still is from another one. */
function gaps(from: Identity, to: Identity): number[] {
  const flat = (value: object): unknown[] =>
    Object.values(value).flatMap((part: unknown) =>
      typeof part === "object" && part !== null ? flat(part) : [part],
    );
  const { key: _from, ...first } = from;
  const { key: _to, ...second } = to;
  const others = flat(second);
  return flat(first).map((value, index) => {
    const other = others[index];
    return typeof value === "number" && typeof other === "number"
      ? Math.abs(value - other)
      : Number(value !== other);
  });
}

const share = fc.double({ min: 0, max: 1, noNaN: true });

test("no part of the mixed face moves away from the person as the share grows", () => {
  fc.assert(
    fc.property(fc.string(), share, share, (seed, a, b) => {
      const person = identityFromSeed(seed);
      const [less, more] = [Math.min(a, b), Math.max(a, b)];
      const before = gaps(mixIdentities(genericIdentity, person, less), person);
      const after = gaps(mixIdentities(genericIdentity, person, more), person);
      expect(after.filter((gap, index) => gap > (before[index] ?? 0) + 1e-12)).toEqual([]);
    }),
  );
});

test("a share of 0 is the first face, a share of 1 the second, and neither keeps a key", () => {
  const person = identityFromSeed("anna");
  expect(mixIdentities(genericIdentity, person, 0)).toEqual(genericIdentity);
  const whole = mixIdentities(genericIdentity, person, 1);
  expect(gaps(whole, person).every((gap) => gap === 0)).toBe(true);
  expect(whole.key).toBeUndefined();
});

test("a share outside 0 and 1 is the nearest end", () => {
  const person = identityFromSeed("anna");
  expect(mixIdentities(genericIdentity, person, 7)).toEqual(mixIdentities(genericIdentity, person, 1));
  expect(mixIdentities(genericIdentity, person, -1)).toEqual(genericIdentity);
});
