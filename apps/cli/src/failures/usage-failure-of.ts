import type { CommanderError } from "commander";
import type { Failure } from "./failure.ts";
import { ownFailure } from "./own-failures.ts";

/**
 * Puts a command line that cannot be read into the terminal's words, with the argument or option at fault.
 *
 * @param command as it was typed so far, such as `selfsame selfies add`
 */
export function usageFailureOf(error: Pick<CommanderError, "code" | "message">, command: string): Failure {
  const help = `${command} --help`;
  if (error.code === "commander.help")
    return ownFailure("usage", { reason: `Say what to do after ${command}.`, help });
  const said = error.message.replace(/^error: /, "");
  const reason = `${said.charAt(0).toUpperCase()}${said.slice(1)}${/[.)]$/.test(said) ? "" : "."}`;
  const field = fieldIn(error);
  return ownFailure("usage", { reason, help, ...(field === undefined ? {} : { field }) });
}

function fieldIn({ code, message }: Pick<CommanderError, "code" | "message">): string | undefined {
  if (code === "commander.unknownCommand") return "command";
  return /'[^']*--([a-z-]+)/.exec(message)?.[1] ?? /argument '([a-z-]+)'/.exec(message)?.[1];
}
