import { tooOldNode } from "./node-version.mjs";

const problem = tooOldNode(process.version);
if (problem) {
  console.error(problem);
  process.exitCode = 1;
} else {
  process.env.SHOTS = "every";
  const { runUnderNode } = await import("./run-under-node.mjs");
  const test = "src/photoshoot/shots-the-whole-way.test.ts";
  await runUnderNode("apps/api/node_modules/vitest/vitest.mjs", ["run", "--root", "apps/api", test]);
}
