import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { endWithParent } from "./end-with-parent.ts";

/** How a process ended: with a code, or by a signal. */
export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A real process of the studio: `node src/main.ts` with settings of its own. */
export interface RunningProcess extends AsyncDisposable {
  readonly processId: number;
  /** The address that it answers under on this machine. */
  readonly url: string;
  /** Everything that it has written so far, to standard output and standard error. */
  readonly said: () => string;
  readonly ended: Promise<ProcessEnd>;
  /** Sends a signal and waits until the process has ended. */
  readonly kill: (signal: NodeJS.Signals) => Promise<ProcessEnd>;
  /** Sends a signal and does not wait. */
  readonly signal: (signal: NodeJS.Signals) => void;
  /** Starts another one with the same settings, on the same port; this one must have ended. */
  readonly restart: () => Promise<RunningProcess>;
}

/** A process that ended before it listened, with what it said. */
export class ProcessNotStarted extends Error {
  override readonly name = "ProcessNotStarted";
  readonly end: ProcessEnd;
  readonly said: string;
  constructor(end: ProcessEnd, said: string) {
    super(`The process ended (${String(end.code ?? end.signal)}) before it listened. It said:\n${said}`);
    this.end = end;
    this.said = said;
  }
}

const main = fileURLToPath(new URL("../../src/main.ts", import.meta.url));

/**
 * Starts a process of the studio and waits until it listens.
 *
 * @param settings the environment, as `.env.example` lists it; nothing of the test's own environment is passed on but PATH
 * @throws ProcessNotStarted
 * @example await using worker = await startProcess({ ROLE: "worker", DATABASE_URL: url, … });
 */
export async function startProcess(settings: Readonly<Record<string, string>>): Promise<RunningProcess> {
  const child = spawn(process.execPath, ["--conditions=@selfsame/source", "--import", endWithParent, main], {
    env: { PATH: process.env.PATH, PORT: "0", ...settings },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const lines: string[] = [];
  let local: string | undefined;
  const said = () => lines.join("\n");
  const listening = Promise.withResolvers<string>();
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on("line", (line) => {
      lines.push(line);
      // With a public address its own one is said first.
      local ??= /^(?:on this machine at|listening on) (http\S+)$/.exec(line)?.[1];
      if (local !== undefined && line.startsWith("listening on")) listening.resolve(local);
    });
  }
  const ended = once(child, "close").then((): ProcessEnd => ({
    code: child.exitCode,
    signal: child.signalCode,
  }));
  const url = await Promise.race([listening.promise, ended]);
  if (typeof url !== "string") throw new ProcessNotStarted(url, said());
  const kill = async (signal: NodeJS.Signals): Promise<ProcessEnd> => {
    child.kill(signal);
    return ended;
  };
  return {
    processId: child.pid ?? 0,
    url,
    said,
    ended,
    kill,
    signal: (signal) => void child.kill(signal),
    restart: async () => {
      await ended;
      return startProcess({ ...settings, PORT: new URL(url).port });
    },
    [Symbol.asyncDispose]: async () => {
      await kill("SIGKILL");
    },
  };
}
