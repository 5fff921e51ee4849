import { readServerAddress, defaultServer } from "./client/server-address.ts";
import { commandLine, type SharedOptions } from "./command-line.ts";
import type { Environment } from "./env.ts";
import { type ExitCode, exitCodes } from "./failures/exit-code.ts";
import { FailureError } from "./failures/failure.ts";
import { failureOf } from "./failures/failure-of.ts";
import { usageFailureOf } from "./failures/usage-failure-of.ts";
import type { CommandResult } from "./output/command-result.ts";
import { printFailure, printResult } from "./output/print.ts";
import { drawnProgress } from "./progress/drawn-progress.ts";
import { silentProgress } from "./progress/progress.ts";
import { configFolder, type Home } from "./session/config-folder.ts";
import { askOn } from "./session/questions.ts";
import { openSessionStore } from "./session/session-store.ts";

/** The process this runs in. */
export interface Host {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly environment: Environment;
  readonly home: Home;
  readonly interrupted: AbortSignal;
  readonly now: () => Date;
}

/** Thrown through the parser when the help that was asked for has been shown. */
class HelpShown extends Error {}

/**
 * Runs one command line to its end and prints what comes of it.
 *
 * @param words everything typed after `selfsame`
 * @returns the exit code; it never throws
 */
export async function runCommandLine(words: readonly string[], host: Host): Promise<ExitCode> {
  const { stdout, stderr, environment } = host;
  // Known before the rest is understood, so that a command line that cannot be read is answered in JSON as well.
  const json = beforeDashes(words).includes("--json");
  const printer = { stdout, stderr, json };
  let server = environment.server ?? defaultServer;
  let result: CommandResult | undefined;

  const program = commandLine({
    writeHelp: (text) => stdout.write(text),
    onExit: (error, command) => {
      if (error.exitCode === 0) throw new HelpShown();
      throw new FailureError(usageFailureOf(error, command));
    },
    run: async (body) => {
      const options = program.opts<SharedOptions>();
      server = readServerAddress(options.server ?? server);
      const canAsk = !json && host.stdin.isTTY && stderr.isTTY;
      result = await body({
        server,
        environment,
        sessions: openSessionStore(configFolder(environment, host.home)),
        stdin: host.stdin,
        questions: canAsk ? askOn(host.stdin, stderr, host.interrupted) : null,
        progress: !json && stderr.isTTY ? drawnProgress(stderr) : silentProgress,
        interrupted: host.interrupted,
        now: host.now,
      });
    },
  });

  try {
    await program.parseAsync(words, { from: "user" });
    if (result === undefined) return exitCodes.done;
    printResult(printer, result);
    if (result.failure === undefined) return exitCodes.done;
    printFailure(printer, result.failure);
    return result.failure.exitCode;
  } catch (error) {
    if (error instanceof HelpShown) return exitCodes.done;
    const failure = failureOf(error, server);
    printFailure(printer, failure);
    return failure.exitCode;
  }
}

function beforeDashes(words: readonly string[]): readonly string[] {
  const dashes = words.indexOf("--");
  return dashes === -1 ? words : words.slice(0, dashes);
}
