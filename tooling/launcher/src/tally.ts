import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

/** What one part of the test run found. */
export interface Tally {
  readonly name: string;
  readonly passed: number;
  /** Titles of what failed. */
  readonly failed: readonly string[];
  /** Titles of what was skipped; a title says why. */
  readonly skipped: readonly string[];
}

const report = z.object({
  success: z.boolean(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/**
 * Counts one package's tests from the report that vitest wrote.
 *
 * A report that is missing, a file that could not be loaded and an error outside every test each count as one
 * failure: a package can not pass by not running.
 */
export function tallyPackage(name: string, reportFile: string): Tally {
  if (!existsSync(reportFile)) return { name, passed: 0, failed: ["its tests did not run"], skipped: [] };
  const { success, testResults } = report.parse(JSON.parse(readFileSync(reportFile, "utf8")));
  const tests = testResults.flatMap((file) => file.assertionResults);
  const withStatus = (...statuses: string[]) =>
    tests.filter(({ status }) => statuses.includes(status)).map(({ fullName }) => fullName);
  const failed = [
    ...withStatus("failed"),
    ...testResults
      .filter(
        (file) => file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed"),
      )
      .map((file) => `${file.name}: ${file.message.split("\n")[0] ?? ""}`),
  ];
  if (!success && failed.length === 0) failed.push("an error outside every test");
  return {
    name,
    passed: withStatus("passed").length,
    failed,
    skipped: withStatus("skipped", "pending", "todo", "disabled"),
  };
}

/** The last line of a test run: `N passed, N failed`, and how many were skipped where some were. */
export function countLine(tallies: readonly Tally[]): string {
  const sum = (count: (tally: Tally) => number) => tallies.reduce((total, tally) => total + count(tally), 0);
  const skipped = sum((tally) => tally.skipped.length);
  const counts = `${sum((tally) => tally.passed)} passed, ${sum((tally) => tally.failed.length)} failed`;
  return skipped > 0 ? `${counts}, ${skipped} skipped` : counts;
}

/** A line for each part, then the titles of what failed and of what was skipped. */
export function tallyTable(tallies: readonly Tally[]): string {
  const width = Math.max(...tallies.map(({ name }) => name.length));
  const lines = tallies.map(({ name, passed, failed, skipped }) => {
    const counts = [`${passed} passed`.padStart(12), `${failed.length} failed`.padStart(10)];
    if (skipped.length > 0) counts.push(`${skipped.length} skipped`.padStart(11));
    return `${name.padEnd(width)}${counts.join("")}`;
  });
  const titles = (heading: string, titlesOf: (tally: Tally) => readonly string[]) => {
    const named = tallies.flatMap((tally) => titlesOf(tally).map((title) => `  ${tally.name}: ${title}`));
    return named.length > 0 ? [heading, ...named] : [];
  };
  return [
    ...lines,
    ...titles("Skipped:", (tally) => tally.skipped),
    ...titles("Failed:", (tally) => tally.failed),
  ].join("\n");
}
