import type { Invocation } from "../invocation.ts";
import type { CommandResult } from "../output/command-result.ts";

/** Runs a command's body and prints what comes of it; what it throws becomes a failure with an exit code. */
export type Run = (body: (invocation: Invocation) => Promise<CommandResult>) => Promise<void>;
