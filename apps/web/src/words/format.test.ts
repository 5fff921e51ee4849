import { describe, expect, it } from "vitest";

import { createFormat } from "./format.ts";
import { plural } from "./plural.ts";

const format = createFormat("en-GB", "Europe/Berlin");
const now = new Date("2026-11-22T12:00:00.000Z");

describe("how things are written in English", () => {
  it("groups thousands and rounds decimals to two", () => {
    expect(format.count(4_000)).toBe("4,000");
    expect(format.decimal(2.8)).toBe("2.8");
    expect(format.decimal(1 / 3)).toBe("0.33");
  });

  it("writes sizes in kB below a megabyte and in MB from there", () => {
    expect(format.size(482_113)).toBe("482 kB");
    expect(format.size(1_482_113)).toBe("1.5 MB");
    expect(format.size(12)).toBe("1 kB");
  });

  it("names today and yesterday in the reader's own time zone", () => {
    expect(format.nearDay("2026-11-22T01:00:00.000Z", now)).toBe("Today");
    expect(format.nearDay("2026-11-21T23:30:00.000Z", now)).toBe("Today");
    expect(format.nearDay("2026-11-21T12:00:00.000Z", now)).toBe("Yesterday");
    expect(format.nearDay("2026-11-14T12:00:00.000Z", now)).toBe("14 November");
  });

  it("names the year only when it is another one", () => {
    expect(format.day("2025-11-14T12:00:00.000Z", now)).toBe("14 November 2025");
    expect(format.day("2026-11-14T12:00:00.000Z", now)).toBe("14 November");
  });

  it("writes moments to the minute", () => {
    expect(format.moment("2026-11-14T07:42:31.000Z")).toBe("14 November 2026, 08:42");
    expect(format.time("2026-11-14T07:42:31.000Z")).toBe("08:42");
  });

  it("shows a difference with its sign, except where there is none", () => {
    expect([0.5, -0.034, 0].map((value) => format.difference(value))).toEqual(["+0.50", "-0.03", "0.00"]);
  });

  it("groups by the day of the reader's own time zone", () => {
    expect(format.dayKey("2026-11-21T23:30:00.000Z")).toBe("2026-11-22");
  });
});

describe("a plural", () => {
  it("follows the language's own rules", () => {
    const photos = (count: number) => plural("en", count, { one: "1 photo", other: `${count} photos` });
    expect([0, 1, 2].map(photos)).toEqual(["0 photos", "1 photo", "2 photos"]);
    expect(plural("ru", 2, { one: "one", few: "few", other: "other" })).toBe("few");
  });

  it("falls back to the general form", () => {
    expect(plural("ru", 5, { one: "one", other: "other" })).toBe("other");
  });
});
