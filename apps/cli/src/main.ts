import { enableCompileCache } from "node:module";
import { homedir } from "node:os";
import { fileURLToPath } from "node:url";

// Node keeps compiled modules between runs, which more than halves the start; only what is imported later profits.
enableCompileCache(fileURLToPath(new URL("../../../node_modules/.cache/node-compile", import.meta.url)));
const { readEnvironment } = await import("./env.ts");
const { runCommandLine } = await import("./run-command-line.ts");

const interruption = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => interruption.abort());
}
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // Whoever read our output has read enough.
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  environment: readEnvironment(),
  home: { platform: process.platform, folder: homedir() },
  interrupted: interruption.signal,
  now: () => new Date(),
});
