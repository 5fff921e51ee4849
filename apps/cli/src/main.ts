import { homedir } from "node:os";
import { readEnvironment } from "./env.ts";
import { runCommandLine } from "./run-command-line.ts";

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
