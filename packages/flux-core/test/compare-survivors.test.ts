import { expect, test } from "vitest";
import { compareSurvivors, type MutationReport } from "./compare-survivors.ts";

const place = { file: "src/a.ts", line: "return a > b;", becomes: "a >= b" };
const reportWith = (status: string): MutationReport => ({
  files: {
    "src/a.ts": {
      source: "const a = 1;\n  return a > b;\n",
      mutants: [{ status, replacement: "a >= b", location: { start: { line: 2 } } }],
    },
  },
});

test.each(["Survived", "NoCoverage"])("a mutant that is %s and not explained is named", (status) => {
  expect(compareSurvivors(reportWith(status), [])).toEqual({ unexplained: [place], outdated: [] });
});

test("an explained survivor is no difference, whatever its indent", () => {
  const explained = [{ why: "They are never the same.", mutants: [place] }];
  expect(compareSurvivors(reportWith("Survived"), explained)).toEqual({ unexplained: [], outdated: [] });
});

test.each(["Killed", "Timeout"])("an explanation of a mutant that is %s is outdated", (status) => {
  const explained = [{ why: "They are never the same.", mutants: [place] }];
  expect(compareSurvivors(reportWith(status), explained)).toEqual({ unexplained: [], outdated: [place] });
});
