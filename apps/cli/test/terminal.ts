import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { inject } from "vitest";
import { z } from "zod";

const program = fileURLToPath(new URL("../bin/selfsame.mjs", import.meta.url));
const errorDocument = z.object({
  error: z.strictObject({
    code: z.string(),
    message: z.string(),
    fix: z.string(),
    field: z.string().nullable(),
  }),
});

/** The password of everybody in these tests. */
export const password = "correct horse battery";

/** What came of one command. */
export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The one document that `--json` prints; throws when there is none, or more than one. */
  readonly document: () => unknown;
  /** The error that `--json` prints to stderr; throws when there is none. */
  readonly error: () => z.infer<typeof errorDocument>["error"];
}

/** A command under way. */
export interface Running {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** One person's machine: a folder of their own, in which they are signed in or not. */
export interface Terminal extends AsyncDisposable {
  readonly folder: string;
  readonly server: string;
  /** Runs `selfsame` with these words to its end. */
  readonly selfsame: (...words: string[]) => Promise<Ended>;
  readonly start: (words: readonly string[], options?: StartOptions) => Running;
}

/** What differs from run to run. */
export interface StartOptions {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Opens a terminal on the studio of these tests, or on another server. */
export async function openTerminal(server: string = inject("studio")): Promise<Terminal> {
  const folder = await mkdtemp(join(tmpdir(), "selfsame-person-"));
  const start = (words: readonly string[], { input = "", environment = {} }: StartOptions = {}): Running => {
    const child = spawn(process.execPath, [program, ...words], {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        HOME: folder,
        SELFSAME_SERVER: server,
        SELFSAME_PASSWORD: password,
        SELFSAME_CONFIG_DIR: join(folder, "config"),
        TZ: "UTC",
        ...environment,
      },
    });
    child.stdin.end(input);
    const streams = Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
    const ended = streams.then(([stdout, stderr]) => ({
      exitCode: child.exitCode,
      stdout,
      stderr,
      document: (): unknown => JSON.parse(stdout),
      error: () => errorDocument.parse(JSON.parse(stderr)).error,
    }));
    return { process: child, ended };
  };
  return {
    folder,
    server,
    start,
    selfsame: (...words) => start(words).ended,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
