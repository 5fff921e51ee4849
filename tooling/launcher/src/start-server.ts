import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { PlainProblem } from "../plain-problem.mjs";
import { repository } from "./repository.ts";

/** The api as a process of its own. */
export interface RunningServer {
  /** The address a person opens. */
  readonly url: string;
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Asks it to stop, and insists two seconds after it should have ended by itself. */
  readonly stop: () => Promise<void>;
}

const usualDrainSeconds = 8;
const patienceMs = 2_000;
const preload = new URL("./stop-with-parent.ts", import.meta.url).href;

/**
 * Starts the api and waits until it says that it listens. What it writes afterwards goes to standard error.
 *
 * @throws PlainProblem with what it said, when it ends before it listens
 */
export async function startServer(environment: NodeJS.ProcessEnv): Promise<RunningServer> {
  const child = spawn(
    process.execPath,
    ["--conditions=@selfsame/source", "--import", preload, "apps/api/src/main.ts"],
    {
      cwd: repository,
      env: environment,
      // Its own process group: Ctrl-C reaches the launcher alone, which stops things in their order.
      detached: true,
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    },
  );
  const drainMs = Number(environment["DRAIN_SECONDS"] || usualDrainSeconds) * 1_000;
  const said: string[] = [];
  const listening = new Promise<string>((resolve) => {
    let address: string | undefined;
    const hear = (line: string) => {
      if (address !== undefined) process.stderr.write(`${line}\n`);
      else said.push(line);
      address ??= /^listening on (http\S+)$/.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    };
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface({ input: stream }).on("line", hear);
    }
  });
  const ended = once(child, "close").then(() => undefined);
  const url = await Promise.race([listening, ended]);
  if (url === undefined) {
    throw new PlainProblem(said.join("\n") || "The server ended before it was ready, and said nothing.");
  }
  return { url, ended, stop: () => stopServer(child, ended, drainMs + patienceMs) };
}

async function stopServer(child: ChildProcess, ended: Promise<void>, insistAfterMs: number): Promise<void> {
  child.kill("SIGTERM");
  const insist = setTimeout(() => child.kill("SIGKILL"), insistAfterMs);
  await ended;
  clearTimeout(insist);
}
