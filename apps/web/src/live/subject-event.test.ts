import { describe, expect, it } from "vitest";

import { galleryPage, generationView, modelView, portraitView, trainingView } from "../../test/views.ts";
import {
  laterGeneration,
  withGeneration,
  withoutPortraits,
  withPortrait,
  withPutAway,
  withTraining,
} from "./subject-event.ts";

const idsOf = (pages: ReturnType<typeof withPortrait>) =>
  pages.map(({ portraits }) => portraits.map(({ id }) => id));

describe("a fresh generation", () => {
  it("comes to stand before older ones", () => {
    const older = generationView({ id: "older", createdAt: "2026-11-13T00:00:00.000Z" });
    const list = withGeneration(
      { generations: [older], nextCursor: "more" },
      generationView({ id: "newer" }),
    );
    expect(list.generations.map(({ id }) => id)).toEqual(["newer", "older"]);
    expect(list.nextCursor).toBe("more");
  });

  it("takes the place of its older view", () => {
    const before = { generations: [generationView({ status: "queued" })], nextCursor: null };
    expect(withGeneration(before, generationView({ status: "storing" })).generations).toEqual([
      generationView({ status: "storing" }),
    ]);
  });

  it("does not take back an end", () => {
    const ended = generationView({ status: "succeeded", portraits: [portraitView()] });
    const before = { generations: [ended], nextCursor: null };
    expect(withGeneration(before, generationView({ status: "running" }))).toBe(before);
  });

  it("does not make a stored portrait vanish while others are on their way", () => {
    const known = generationView({ status: "storing", portraits: [portraitView()] });
    expect(laterGeneration(known, generationView({ status: "storing", portraits: [] }))).toBe(known);
  });
});

describe("a fresh training", () => {
  it("that is in use takes the use from the one before", () => {
    const before = modelView([trainingView({ id: "one", status: "ready", active: true })]);
    const after = withTraining(before, trainingView({ id: "two", status: "ready", active: true }));
    expect(after.trainings.map(({ id, active }) => [id, active])).toEqual([
      ["two", true],
      ["one", false],
    ]);
    expect(after.ready).toBe(true);
  });

  it("that still runs leaves the version in use alone", () => {
    const before = modelView([trainingView({ id: "one", status: "ready", active: true })]);
    const after = withTraining(before, trainingView({ id: "two" }));
    expect(after.trainings.find(({ id }) => id === "one")?.active).toBe(true);
    expect(after.ready).toBe(true);
  });

  it("does not take back an end", () => {
    const before = modelView([trainingView({ status: "canceled" })]);
    expect(withTraining(before, trainingView({ status: "running" }))).toBe(before);
  });
});

describe("a fresh portrait", () => {
  const newest = "2026-11-20T00:00:00.000Z";

  it("hangs first when it is the newest", () => {
    const pages = [galleryPage(["a", "b"], null)];
    expect(idsOf(withPortrait(pages, portraitView({ id: "new", createdAt: newest }), true))).toEqual([
      ["new", "a", "b"],
    ]);
  });

  it("hangs in an empty gallery", () => {
    const pages = [{ portraits: [], nextCursor: null }];
    expect(idsOf(withPortrait(pages, portraitView({ id: "new" }), true))).toEqual([["new"]]);
  });

  it("that is older than everything read is left for its own page", () => {
    const pages = [galleryPage(["a", "b"], "more")];
    const old = portraitView({ id: "old", createdAt: "2020-01-01T00:00:00.000Z" });
    expect(idsOf(withPortrait(pages, old, true))).toEqual([["a", "b"]]);
  });

  it("is changed where it hangs, on whatever page", () => {
    const pages = [galleryPage(["a"], "more"), galleryPage(["b"], null, "2026-11-01T00:00:00.000Z")];
    const kept = withPortrait(pages, portraitView({ id: "b", kept: true }), true);
    expect(kept[1]?.portraits[0]?.kept).toBe(true);
    expect(idsOf(kept)).toEqual([["a"], ["b"]]);
  });

  it("is put up and taken down as it comes to hang here or does not any more", () => {
    const pages = [galleryPage(["a"], null)];
    const put = withPortrait(pages, portraitView({ id: "new", createdAt: newest, kept: true }), true);
    expect(idsOf(put)).toEqual([["new", "a"]]);
    expect(idsOf(withPortrait(put, portraitView({ id: "new", kept: false }), false))).toEqual([["a"]]);
    expect(idsOf(withPortrait(pages, portraitView({ id: "other", createdAt: newest }), false))).toEqual([
      ["a"],
    ]);
  });

  it("is taken down with others, and pages without any of them are left alone", () => {
    const pages = [galleryPage(["a", "b"], "more"), galleryPage(["c"], null)];
    const left = withoutPortraits(pages, new Set(["a", "elsewhere"]));
    expect(idsOf(left)).toEqual([["b"], ["c"]]);
    expect(left[1]).toBe(pages[1]);
  });

  it("that was put away is counted with its generation, once", () => {
    const made = generationView({ portraits: [portraitView({ id: "a" }), portraitView({ id: "b" })] });
    const after = withPutAway(made, new Set(["a"]));
    expect(after).toMatchObject({ portraits: [{ id: "b" }], putAway: 1 });
    expect(withPutAway(after, new Set(["a"]))).toBe(after);
  });
});
