import { describe, expect, test } from "vitest";
import { collections } from "./collections/collections.ts";
import { draftShot } from "./draft-shot.ts";
import { renderShot } from "./render-shot.ts";

describe("a shot drafted from a brief", () => {
  test.each(collections)("is the shot itself, where the brief was one's: $id", ({ shots }) => {
    for (const shot of shots) {
      const { brief, expression } = renderShot(shot);
      const { id: _id, ...words } = shot;
      expect(draftShot(brief, { title: shot.title, expression })).toEqual(words);
    }
  });

  test("lays each clause where its words point, in any order, and leaves empty what nothing was said of", () => {
    const drafted = draftShot("low sun from the left, on a pier, grey wool coat; 50 mm lens", {
      title: "Pier",
      expression: null,
    });
    expect(drafted).toEqual({
      title: "Pier",
      framing: "half-length",
      moment: "on a pier",
      clothes: "grey wool coat",
      place: "",
      light: "low sun from the left",
      lens: "50 mm lens",
      expression: "calm",
    });
  });

  test("takes no more clauses than there are fields", () => {
    const drafted = draftShot("one, two, three, four", { title: "Four", expression: "candid" });
    expect(drafted).toMatchObject({ moment: "one", place: "two", clothes: "", light: "", lens: "" });
  });
});
