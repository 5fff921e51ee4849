import { describe, expect, it } from "vitest";

import {
  compareSearch,
  doorSearch,
  gallerySearch,
  portraitSearch,
  studioSearch,
  waySearch,
} from "./search.ts";

describe("where one goes on after signing in", () => {
  it.each(["/gallery", "/gallery/019a?show=kept", "/you/face#room"])("can be %s", (next) => {
    expect(doorSearch({ next })).toEqual({ next });
  });

  it.each([
    "https://elsewhere.example",
    "//elsewhere.example",
    "/\\elsewhere.example",
    "javascript:x",
    "",
    7,
  ])("is never another site: %s", (next) => {
    expect(doorSearch({ next })).toEqual({});
  });
});

describe("why one came back from an identity provider", () => {
  it("is kept beside where one goes on, and is text or nothing", () => {
    expect(doorSearch({ error: "access_denied", next: "/gallery" })).toEqual({
      error: "access_denied",
      next: "/gallery",
    });
    expect(doorSearch({ error: 7 })).toEqual({});
    expect(doorSearch({ error: "" })).toEqual({});
  });
});

describe("other parts of an address", () => {
  it("fall back to the plain room when they make no sense", () => {
    expect(waySearch({ with: "somebody else's" })).toEqual({ with: "selfies" });
    expect(
      gallerySearch({
        show: "everything",
        order: "oldest",
        service: "elsewhere",
        preset: 7,
        from: "soon",
        until: "2026-13-40",
      }),
    ).toEqual({});
    expect(compareSearch({ a: 7, b: "" })).toEqual({});
    expect(portraitSearch({ view: "upside down" })).toEqual({});
    expect(studioSearch({ from: "" })).toEqual({});
  });

  it("are kept when they do", () => {
    expect(waySearch({ with: "drawn" })).toEqual({ with: "drawn" });
    const search = {
      show: "kept",
      service: "maya",
      preset: "previous",
      from: "2026-11-01",
      until: "2026-11-14",
    };
    expect(gallerySearch(search)).toEqual(search);
    expect(portraitSearch({ ...search, view: "large" })).toEqual({ ...search, view: "large" });
    const byScore = { ...search, order: "likeness", likeness: "weak", natural: "doubtful" };
    expect(gallerySearch(byScore)).toEqual(byScore);
    expect(gallerySearch({ likeness: "weak", natural: "doubtful" })).toEqual({});
    expect(compareSearch({ a: "019a", b: "019b" })).toEqual({ a: "019a", b: "019b" });
    expect(studioSearch({ from: "019a" })).toEqual({ from: "019a" });
  });
});
