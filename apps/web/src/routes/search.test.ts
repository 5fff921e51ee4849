import { describe, expect, it } from "vitest";

import { doorSearch, gallerySearch, studioSearch, waySearch } from "./search.ts";

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
    expect(gallerySearch({ show: "everything" })).toEqual({});
    expect(studioSearch({ from: "" })).toEqual({});
  });

  it("are kept when they do", () => {
    expect(waySearch({ with: "drawn" })).toEqual({ with: "drawn" });
    expect(gallerySearch({ show: "kept" })).toEqual({ show: "kept" });
    expect(studioSearch({ from: "019a" })).toEqual({ from: "019a" });
  });
});
