import { describe, expect, it } from "vitest";

import { galleryPage, portraitView } from "../../../test/views.ts";
import { neighboursOf } from "../portrait/neighbours-of.ts";
import { hangByDay } from "./hang-by-day.ts";

const dayOf = ({ createdAt }: { createdAt: string }) => createdAt.slice(0, 10);
const on = (day: string, id: string, kept = false) =>
  portraitView({ id, kept, createdAt: `2026-11-${day}T10:00:00.000Z` });

describe("the days of the gallery", () => {
  it("keep the portraits in the order they come, newest day first", () => {
    const days = hangByDay([on("14", "c"), on("14", "b"), on("03", "a")], dayOf);
    expect(days.map(({ key, portraits }) => [key, portraits.map(({ id }) => id)])).toEqual([
      ["2026-11-14", ["c", "b"]],
      ["2026-11-03", ["a"]],
    ]);
  });

  it("hang the first kept portrait large when two more are beside it", () => {
    expect(hangByDay([on("14", "c"), on("14", "b", true), on("14", "a", true)], dayOf)[0]?.largeId).toBe("b");
    expect(hangByDay([on("14", "b", true), on("14", "a")], dayOf)[0]?.largeId).toBeNull();
    expect(hangByDay([on("14", "c"), on("14", "b"), on("14", "a")], dayOf)[0]?.largeId).toBeNull();
  });

  it("join what comes on different pages", () => {
    const pages = [galleryPage(["d", "c"], "more"), galleryPage(["b"], null)];
    expect(
      hangByDay(
        pages.flatMap(({ portraits }) => portraits),
        dayOf,
      ),
    ).toHaveLength(1);
  });
});

describe("the neighbours of a portrait", () => {
  const pages = [galleryPage(["d", "c"], "more"), galleryPage(["b"], null)];

  it("are found across pages", () => {
    expect(neighboursOf(pages, "c")).toEqual({ later: "d", earlier: "b" });
  });

  it("end at the ends", () => {
    expect(neighboursOf(pages, "d")).toEqual({ later: undefined, earlier: "c" });
    expect(neighboursOf(pages, "b")).toEqual({ later: "c", earlier: undefined });
  });

  it("are none for a portrait that has not been read", () => {
    expect(neighboursOf(pages, "x")).toEqual({ later: undefined, earlier: undefined });
  });
});
