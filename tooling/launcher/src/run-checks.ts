import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { startPostgres } from "@selfsame/vitest/postgres";
import { auditPackages } from "./audit-packages.ts";
import { ensureChromium } from "./find-chromium.ts";
import { printedFindings } from "./printed-findings.ts";
import { repository } from "./repository.ts";
import { staticChecks } from "./static-checks.ts";
import { countLine, tallyPackage, tallyTable, type Tally } from "./tally.ts";
import { testedPackages } from "./tested-packages.ts";

const journey = "@selfsame/e2e";
const turbo = [
  "turbo",
  "run",
  "test",
  "--continue=always",
  "--output-logs=errors-only",
  "--log-order=grouped",
];

async function succeeds(command: readonly string[], environment = process.env): Promise<boolean> {
  const [program = "", ...args] = command;
  const child = spawn(program, args, { cwd: repository, env: environment, stdio: "inherit" });
  await once(child, "close");
  return child.exitCode === 0;
}

async function check(name: string, command: readonly string[]): Promise<Tally> {
  const beganAt = performance.now();
  const passed = await succeeds(command);
  console.log(
    `${name}: ${passed ? "passed" : "failed"} in ${((performance.now() - beganAt) / 1000).toFixed(1)} s`,
  );
  return { name, passed: passed ? 1 : 0, failed: passed ? [] : [command.join(" ")], skipped: [] };
}

/** Known holes in the packages fail; where no registry answers, the line says that nothing was asked. */
async function audit(): Promise<Tally> {
  const verdict = await auditPackages(repository);
  const told = verdict.outcome === "not run" ? `not run: ${verdict.why}` : verdict.outcome;
  console.log(`audit of the packages: ${told}`);
  return {
    name: "audit",
    passed: verdict.outcome === "passed" ? 1 : 0,
    failed: verdict.outcome === "failed" ? verdict.findings : [],
    skipped: verdict.outcome === "not run" ? [told] : [],
  };
}

async function testPackages(): Promise<Tally[]> {
  const packages = testedPackages(repository);
  // What an earlier run found must not be counted when a package's tests do not run this time.
  for (const { report } of packages) rmSync(dirname(report), { recursive: true, force: true });

  const given = process.env.TEST_DATABASE_URL;
  const postgres = given ? { url: given, stop: async () => {} } : await startPostgres();
  const environment = { ...process.env, TEST_DATABASE_URL: postgres.url };
  const others = await succeeds([...turbo, `--filter=!${journey}`, "--concurrency=2"], environment);
  await postgres.stop();

  // The browser is looked for last, so that a machine without one still learns what everything else found.
  const browser = chromiumOrProblem();
  const walked =
    "path" in browser &&
    (await succeeds([...turbo, `--filter=${journey}`], { ...process.env, CHROMIUM_PATH: browser.path }));

  const tallies = packages.map(({ name, report }) => tallyPackage(name, report));
  if ("problem" in browser)
    tallies.push({ name: "browser", passed: 0, failed: [browser.problem], skipped: [] });
  const silent = tallies.every(({ failed }) => failed.length === 0) && !(others && walked);
  if (silent) tallies.push({ name: "turbo", passed: 0, failed: ["a task failed: see above"], skipped: [] });
  return tallies;
}

function chromiumOrProblem(): { path: string } | { problem: string } {
  try {
    return { path: ensureChromium() };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

const tallies: Tally[] = [];
for (const [name, command] of Object.entries(staticChecks)) tallies.push(await check(name, command));
tallies.push(await audit(), ...(await testPackages()));

for (const finding of printedFindings(testedPackages(repository))) console.log(`\n${finding}`);
console.log(`\n${tallyTable(tallies)}\n`);
console.log(countLine(tallies));
process.exitCode = tallies.some(({ failed }) => failed.length > 0) ? 1 : 0;
