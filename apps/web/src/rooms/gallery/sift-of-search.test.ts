import { expect, it } from "vitest";

import { siftOfSearch } from "./sift-of-search.ts";

it("narrows by whole days of the reader's own time, the last one included", () => {
  expect(siftOfSearch({ from: "2026-11-01", until: "2026-11-30" })).toEqual({
    from: new Date(2026, 10, 1).toISOString(),
    until: new Date(2026, 11, 1).toISOString(),
  });
});

it("names the rest as the api does, and nothing that was not asked for", () => {
  expect(siftOfSearch({ show: "kept", service: "maya", preset: "previous" })).toEqual({
    kept: true,
    service: "maya",
    presetId: "previous",
  });
  expect(siftOfSearch({ order: "naturalness", likeness: "weak", natural: "natural" })).toEqual({
    sort: "naturalness",
    likenessBand: "weak",
    naturalnessFrom: 0.5,
  });
  expect(siftOfSearch({ order: "likeness", natural: "doubtful" })).toEqual({
    sort: "likeness",
    naturalnessBelow: 0.5,
  });
  expect(siftOfSearch({})).toEqual({});
});
