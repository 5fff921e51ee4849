import { globSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import type { TestedPackage } from "./tested-packages.ts";

/**
 * What tests have found out and want to be read: every text that they left beside their package's report.
 *
 * @returns the texts in the order of packages and names, each with a line that says whose it is
 */
export function printedFindings(packages: readonly Pick<TestedPackage, "name" | "report">[]): string[] {
  return packages.flatMap(({ name, report }) =>
    globSync("*.txt", { cwd: dirname(report) })
      .toSorted()
      .map((file) => `${name}, ${file}\n${readFileSync(`${dirname(report)}/${file}`, "utf8").trimEnd()}`),
  );
}
