import { readFileSync } from "node:fs";
import { compareSurvivors, type EquivalentMutants, type MutationReport } from "./compare-survivors.ts";

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
// Safe: the mutation run that this ends wrote it a moment ago.
const report = JSON.parse(read("../.report/mutation.json")) as MutationReport;
// Safe: it lies beside this file, and a wrong shape explains nothing.
const explained = JSON.parse(read("equivalent-mutants.json")) as readonly EquivalentMutants[];
const { unexplained, outdated } = compareSurvivors(report, explained);

const lines = [
  ...unexplained.map(
    ({ file, line, becomes }) => `${file}: a survivor nobody explains: ${becomes}\n    in ${line}`,
  ),
  ...outdated.map(
    ({ file, line, becomes }) => `${file}: explained, and no survivor: ${becomes}\n    in ${line}`,
  ),
  `${unexplained.length} survivors are not explained, ${outdated.length} explanations are outdated`,
];
process.stdout.write(`${lines.join("\n")}\n`);
process.exitCode = unexplained.length + outdated.length > 0 ? 1 : 0;
