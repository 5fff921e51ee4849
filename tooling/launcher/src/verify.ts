import { spawn } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { repository } from "./repository.ts";
import { staticChecks } from "./static-checks.ts";

/** One thing to look at: where, and with what. */
interface Step {
  readonly name: string;
  readonly folder: string;
  readonly command: readonly string[];
}

const vitest = (name: string, folder: string, ...files: readonly string[]): Step => ({
  name,
  folder,
  command: [join(repository, folder, "node_modules/.bin/vitest"), "run", ...files],
});

/** What needs no database, no browser and no picture library; `npm test` runs all of it again, and the rest. */
const steps: readonly Step[] = [
  ...Object.entries(staticChecks).map(([name, command]) => ({ name, folder: ".", command })),
  vitest(
    "flux-core",
    "packages/flux-core",
    "src",
    "test/preset-tables.test.ts",
    "test/documented-examples.test.ts",
  ),
  vitest("drawn-faces", "packages/drawn-faces", "src"),
  vitest("likeness", "packages/likeness", "--exclude", "src/adapter/**", "src"),
  vitest("docs", "tooling/lint", "src/docs"),
];

const seconds = (beganAt: number): string => ((performance.now() - beganAt) / 1000).toFixed(1);

/** Runs one step; what it says is shown when it fails. */
async function passes({ name, folder, command }: Step): Promise<boolean> {
  const beganAt = performance.now();
  const [program = "", ...args] = command;
  const child = spawn(program, args, {
    cwd: join(repository, folder),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [said, complained] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  const passed = child.exitCode === 0;
  console.log(`${passed ? "passed" : "FAILED"}  ${name}, ${seconds(beganAt)} s`);
  if (!passed) console.log(`${said}${complained}`);
  return passed;
}

const beganAt = performance.now();
const waiting = [...steps];
let failed = 0;
const workers = Array.from({ length: Math.max(1, availableParallelism()) }, async () => {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift())
    if (!(await passes(step))) failed += 1;
});
await Promise.all(workers);
console.log(
  `${steps.length - failed} passed, ${failed} failed in ${seconds(beganAt)} s. npm test runs everything.`,
);
process.exitCode = failed === 0 ? 0 : 1;
