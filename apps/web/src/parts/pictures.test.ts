import { describe, expect, it } from "vitest";

import { imageAddress, imageSourceSet } from "./image-address.ts";
import { keyed } from "./keyed.ts";
import { measuredShare, measuredStep } from "./measured-progress.ts";
import { pictureFit } from "./picture-fit.ts";

describe("a picture in its 3:4 frame", () => {
  it.each([
    [768, 1024, "fill"],
    [896, 1152, "fill"],
    [1000, 1000, "whole"],
    [1600, 900, "whole"],
    [600, 1200, "whole"],
    [0, 0, "whole"],
  ] as const)("of %i × %i pixels stands %s", (width, height, fit) => {
    expect(pictureFit(width, height)).toBe(fit);
  });
});

describe("a picture's addresses", () => {
  it("are the api's own", () => {
    expect(imageAddress("portraits", "019a", "original")).toBe("/images/portraits/019a/original");
  });

  it("tell the browser the width of each size, whose long side is the size's name", () => {
    expect(imageSourceSet("selfies", { id: "019a", width: 600, height: 800 })).toBe(
      "/images/selfies/019a/160 120w, /images/selfies/019a/480 360w, /images/selfies/019a/960 720w",
    );
    expect(imageSourceSet("selfies", { id: "019a", width: 800, height: 600 })).toContain("480 480w");
  });
});

describe("measured progress", () => {
  it("is the reported step of how many", () => {
    const progress = { phase: "working", step: 412, totalSteps: 1_000 } as const;
    expect(measuredStep(progress)).toEqual({ step: 412, totalSteps: 1_000 });
    expect(measuredShare(progress)).toBe(0.412);
  });

  it.each([
    null,
    { phase: "queued", step: null, totalSteps: null },
    { phase: "working", step: 5, totalSteps: null },
    { phase: "working", step: 5, totalSteps: 0 },
  ] as const)("is nothing when %o was reported", (progress) => {
    expect(measuredStep(progress)).toBeNull();
    expect(measuredShare(progress)).toBeNull();
  });

  it("is never more than all", () => {
    expect(measuredShare({ phase: "working", step: 51, totalSteps: 50 })).toBe(1);
  });
});

describe("keys", () => {
  it("differ for items of the same name", () => {
    expect(keyed(["a", "b", "a"], (name) => name).map(({ key }) => key)).toEqual(["a 1", "b 1", "a 2"]);
  });
});
