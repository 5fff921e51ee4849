import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { endWithParent } from "../processes/end-with-parent.ts";

/** How a process of the studio is started. */
export interface LifeOptions {
  /** The program, and what stands behind it on its command line. */
  readonly program: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Whether every file it writes is cut off after 4 KB, as on a disk without room. */
  readonly diskIsFull: boolean;
  readonly logFile: string;
}

/** One process of the studio, from its start to its end; it can be ended while it is still starting. */
export interface StudioLife {
  /** Resolves when it answers, or with false when it ended before. */
  readonly listening: Promise<boolean>;
  /** Resolves when it has ended, however that came about. */
  readonly ended: Promise<void>;
  /** Sends a signal and waits for the end; the exit code, null where it had none. */
  readonly end: (signal: "SIGKILL" | "SIGTERM") => Promise<number | null>;
}

// The limit counts blocks of 512 bytes. Ignoring the signal makes the write itself fail, half-way, as a full disk does.
const withFullDisk = `trap '' XFSZ; ulimit -f 8; exec "$@"`;

/** Starts a process of the studio under this very Node. */
export function startLife({ program, environment, diskIsFull, logFile }: LifeOptions): StudioLife {
  const node = ["--conditions=@selfsame/source", "--import", endWithParent];
  const command = [process.execPath, ...node, ...program];
  const [file = "", ...args] = diskIsFull ? ["/bin/sh", "-c", withFullDisk, "sh", ...command] : command;
  const child = spawn(file, args, {
    env: { PATH: process.env["PATH"], ...environment },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const log = createWriteStream(logFile, { flags: "a" });
  const listening = untilListening(child, log);
  const ended = once(child, "close").then(() => {
    log.end(`ended: ${child.exitCode ?? child.signalCode ?? "?"}\n`);
  });
  return {
    listening,
    ended,
    end: async (signal) => {
      child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}

/** Writes down what a process says, and resolves once it says that it listens. */
function untilListening(child: ChildProcess, log: WriteStream): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on("line", (line) => {
      if (line.startsWith("listening on ")) resolve(true);
      log.write(`${line}\n`);
    });
  }
  child.once("close", () => resolve(false));
  return promise;
}
