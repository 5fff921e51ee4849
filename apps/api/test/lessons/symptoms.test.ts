import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { symptoms } from "./symptoms.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
/** Where a test's title stands: the first text of what defines it, or of a line of its table. */
const titlesOf = (file: string): string[] =>
  [...readFileSync(`${root}${file}`, "utf8").matchAll(/[([]\s*(["`])((?:(?!\1)[^\\]|\\.)+)\1/g)].map(
    ([, , title]) => title ?? "",
  );

describe("failures seen in studios of this kind", () => {
  test("are all told apart", () => {
    expect(Object.keys(symptoms)).toHaveLength(36);
  });

  test.each(Object.entries(symptoms))("“%s” is shown by tests that are there", (_symptom, proofs) => {
    expect(proofs.length).toBeGreaterThan(0);
    const vanished = proofs.filter(([file, title]) => !titlesOf(file).includes(title));
    expect(vanished).toEqual([]);
  });
});
