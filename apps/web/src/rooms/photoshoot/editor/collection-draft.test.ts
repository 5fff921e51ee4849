import { describe, expect, it } from "vitest";

import { countIncomplete, draftsOf, emptyShot, toWords } from "./collection-draft.ts";

const shot = {
  title: "By the sea",
  framing: "half-length",
  moment: "leaning on the rail",
  clothes: "grey wool coat",
  place: "an empty pier",
  light: "low sun from the left",
  lens: "50mm lens",
  expression: "calm",
} as const;

describe("a collection that is being written", () => {
  it("says how much of it is missing, and nothing when it can be kept", () => {
    expect(countIncomplete({ title: "", description: "", shots: [emptyShot()] })).toBe(8);
    const whole = { title: "Mine", description: "A walk along the pier.", shots: draftsOf([shot]) };
    expect(countIncomplete(whole)).toBe(0);
  });

  it("names its shots after their titles, each by a name of its own", () => {
    const drafts = draftsOf([shot, shot, { ...shot, title: "Über den Dächern" }, { ...shot, title: "海" }]);
    const { shots } = toWords({ title: " Mine ", description: "A walk along the pier.", shots: drafts });
    expect(shots.map(({ id }) => id)).toEqual(["by-the-sea", "by-the-sea-2", "uber-den-dachern", "shot-4"]);
  });

  it("is kept without the spaces around its words, and without what the page adds", () => {
    const drafts = draftsOf([{ ...shot, light: " low sun from the left " }]);
    expect(toWords({ title: " Mine ", description: " A walk along the pier. ", shots: drafts })).toEqual({
      title: "Mine",
      description: "A walk along the pier.",
      shots: [{ ...shot, id: "by-the-sea" }],
    });
  });
});
