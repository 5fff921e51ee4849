import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

/** How a process of the studio is started. */
export interface LifeOptions {
  /** The program, and what stands behind it on its command line. */
  readonly program: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Whether every file it writes is cut off after 4 KB, as on a disk without room. */
  readonly diskIsFull: boolean;
  readonly logFile: string;
}

/** One process of the studio, from its start to its end. */
export interface StudioLife {
  /** Resolves when it answers; rejects when it ended before. */
  readonly listening: Promise<void>;
  readonly isListening: () => boolean;
  /** Resolves when it has ended, however that came about. */
  readonly ended: Promise<void>;
  /** Ends it at once: nothing in it can notice. */
  readonly kill: () => Promise<void>;
  /** Asks it to stop, and says with which code it did. */
  readonly stop: () => Promise<number | null>;
}

// The limit counts blocks of 512 bytes. Ignoring the signal makes the write itself fail, half-way, as a full disk does.
const withFullDisk = `trap '' XFSZ; ulimit -f 8; exec "$@"`;

/** Starts a process of the studio under its own Node. */
export function startLife(options: LifeOptions): StudioLife {
  const command = [process.execPath, "--conditions=@selfsame/source", ...options.program];
  const [file = "", ...args] = options.diskIsFull
    ? ["/bin/sh", "-c", withFullDisk, "sh", ...command]
    : command;
  const child = spawn(file, args, {
    env: { PATH: process.env["PATH"], ...options.environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const log = createWriteStream(options.logFile, { flags: "a" });
  child.stderr.pipe(log, { end: false });
  let isListening = false;
  const listening = untilListening(child, child.stdout, log).then(() => {
    isListening = true;
  });
  const ended = once(child, "close").then(() => {
    isListening = false;
    log.end();
  });
  return {
    listening,
    isListening: () => isListening,
    ended,
    kill: async () => {
      isListening = false;
      child.kill("SIGKILL");
      await ended;
    },
    stop: async () => {
      isListening = false;
      child.kill("SIGTERM");
      await ended;
      return child.exitCode;
    },
  };
}

async function untilListening(child: ChildProcess, stdout: Readable, log: WriteStream): Promise<void> {
  const lines = createInterface({ input: stdout });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  lines.on("line", (line) => {
    if (line.startsWith("listening on ")) resolve();
    log.write(`${line}\n`);
  });
  child.once("error", reject);
  child.once("close", (code, signal) =>
    reject(new Error(`The process ended before it answered: ${code ?? signal ?? "?"}`)),
  );
  await promise;
}
