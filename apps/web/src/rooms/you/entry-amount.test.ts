import { expect, it } from "vitest";

import { entryAmount } from "./entry-amount.ts";

it("shows what can be spent with a sign, and what was held already in brackets", () => {
  expect(entryAmount({ kind: "grant", amount: 100, held: 0 })).toBe("+100");
  expect(entryAmount({ kind: "reserve", amount: -3, held: 3 })).toBe("−3");
  expect(entryAmount({ kind: "settle", amount: 0, held: -2 })).toBe("(2)");
  expect(entryAmount({ kind: "release", amount: 1, held: -1 })).toBe("+1");
});
