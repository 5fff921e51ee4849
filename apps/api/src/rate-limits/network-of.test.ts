import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { networkOf } from "./network-of.ts";

describe("networkOf", () => {
  test.each([
    ["203.0.113.7", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:0db8:0001:0002::", "2001:db8:1:2"],
    ["2001:db8::1", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
    ["fe80::1%eth0", "fe80:0:0:0"],
    ["64:ff9b::192.0.2.33", "64:ff9b:0:0"],
    ["unknown", "unknown"],
  ])("counts %s as %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  test("counts every address of one network alike, and of another one apart", () => {
    const groups = fc.array(fc.integer({ min: 1, max: 0xffff }), { minLength: 4, maxLength: 4 });
    const hex = (numbers: readonly number[]) => numbers.map((group) => group.toString(16)).join(":");
    fc.assert(
      fc.property(groups, groups, groups, (network, one, other) => {
        const counted = networkOf(`${hex(network)}:${hex(one)}`);
        expect(counted).toBe(networkOf(`${hex(network)}:${hex(other)}`));
        expect(counted === networkOf(`${hex(other)}:${hex(one)}`)).toBe(hex(network) === hex(other));
      }),
    );
  });
});
