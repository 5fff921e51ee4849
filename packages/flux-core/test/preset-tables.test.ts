import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { withPresetTables } from "./preset-tables.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

test("the README's tables of presets and enhancements are the package's own: else pnpm tables", () => {
  expect(readme).toBe(withPresetTables(readme));
});

test("a number that was changed by hand is seen", () => {
  const planted = readme.replace("| 2.8 | 50 |", "| 2.9 | 50 |");
  expect(planted).not.toBe(readme);
  expect(planted).not.toBe(withPresetTables(planted));
});

test("a table that is gone is seen", () => {
  const planted = readme.replace("<!-- end of enhancements -->", "");
  expect(() => withPresetTables(planted)).toThrow("no place for the table of enhancements");
});
