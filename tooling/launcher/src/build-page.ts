import { spawn } from "node:child_process";
import { once } from "node:events";
import { PlainProblem } from "../plain-problem.mjs";
import { repository } from "./repository.ts";

const command = [
  "run",
  "build",
  "--filter=@selfsame/web",
  "--output-logs=errors-only",
  "--log-order=grouped",
];

/**
 * Builds the page, or takes it from turbo's cache when nothing it is made of has changed.
 *
 * @throws PlainProblem with what the build said
 */
export async function buildPage(): Promise<void> {
  const child = spawn("turbo", command, { cwd: repository, stdio: ["ignore", "pipe", "pipe"] });
  let words = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      words += chunk;
    });
  }
  await once(child, "close");
  if (child.exitCode !== 0) throw new PlainProblem(`The page could not be built:\n${words}`);
}
