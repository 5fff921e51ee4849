import { describe, expect, it } from "vitest";

import { turnIn } from "./shot-sketch.tsx";
import { sceneOf } from "./scene-of.ts";

const at = (...places: string[]) => places.map((place) => ({ place }));

describe("the set that is drawn for a collection", () => {
  it("is the one that most of its places point to", () => {
    const shots = at("an empty pier", "a long beach", "a kitchen table");
    expect(sceneOf({ title: "Mine", shots })).toBe("coast");
  });

  it("is what it is called, whatever most of its places are", () => {
    const shots = at("a street", "a wet pavement", "a market");
    expect(sceneOf({ title: "Night walk", shots })).toBe("night");
  });

  it("is a bare wall where the words point nowhere", () => {
    expect(sceneOf({ title: "海", shots: at("somewhere") })).toBe("wall");
  });
});

describe("where a head is turned", () => {
  it.each([
    ["looking over one shoulder", "right"],
    ["turned towards the window", "left"],
    ["standing close to the wall and looking into the lens", "straight"],
  ])("in “%s”: %s", (moment, turn) => {
    expect(turnIn(moment)).toBe(turn);
  });
});
