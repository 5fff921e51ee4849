import { describe, expect, it } from "vitest";

import { everything, extended, noSelection, toggled, without } from "./selection.ts";

const order = ["a", "b", "c", "d", "e"];
const idsOf = ({ ids }: typeof noSelection) => [...ids].toSorted();

describe("a selection", () => {
  it("takes a portrait and lets go of it again", () => {
    const one = toggled(noSelection, "b");
    expect(idsOf(one)).toEqual(["b"]);
    expect(idsOf(toggled(one, "b"))).toEqual([]);
  });

  it("reaches from where the last one was pressed, in either direction, beside what was selected", () => {
    expect(idsOf(extended(toggled(noSelection, "b"), "d", order))).toEqual(["b", "c", "d"]);
    const twice = toggled(toggled(noSelection, "a"), "e");
    expect(idsOf(extended(twice, "d", order))).toEqual(["a", "d", "e"]);
  });

  it("begins a range where it is asked for one without having begun", () => {
    expect(idsOf(extended(noSelection, "c", order))).toEqual(["c"]);
  });

  it("takes everything, and keeps what still hangs when others are taken down", () => {
    const all = everything(order);
    expect(idsOf(all)).toEqual(order);
    const left = without(all, (id) => id < "c");
    expect(idsOf(left)).toEqual(["c", "d", "e"]);
    expect(left.anchorId).toBeNull();
    expect(idsOf(without(left, () => false))).toEqual(["c", "d", "e"]);
  });
});
