import { tooOldNode } from "./node-version.mjs";

const problem = tooOldNode(process.version);
if (problem) {
  console.error(problem);
  process.exitCode = 1;
} else {
  const { runUnderNode } = await import("./run-under-node.mjs");
  await runUnderNode("tooling/launcher/src/verify.ts", process.argv.slice(2));
}
