import { describe, expect, it } from "vitest";

import { portraitTitle } from "./portrait-title.ts";
import { shortHash } from "./short-hash.ts";

describe("a portrait's name", () => {
  it.each([
    ["on the quay, boats behind", "On the quay"],
    ["Garden. Late sun.", "Garden"],
    ["  ", ""],
    [", in a coat", ", in a coat"],
    ["élan vital", "Élan vital"],
  ])("%o becomes %o", (brief, title) => {
    expect(portraitTitle(brief)).toBe(title);
  });

  it("is cut at a word where its first clause is long", () => {
    const title = portraitTitle(`a ${"very ".repeat(30)}long walk`);
    expect(title.length).toBeLessThanOrEqual(57);
    expect(title).toMatch(/very…$/u);
  });
});

describe("a long hash", () => {
  it("is shown by its ends", () => {
    expect(shortHash("5c0e91b7aabbccdd2d6f")).toBe("5c0e 91b7 … 2d6f");
    expect(shortHash("5c0e91b7")).toBe("5c0e91b7");
  });
});
