import type { Command } from "commander";
import { enter } from "../session/enter.ts";
import type { Run } from "./run.ts";

/** `selfsame sign-in`: signs in, and keeps the session for this studio. */
export function addSignIn(program: Command, run: Run): void {
  program
    .command("sign-in")
    .description("sign in; the session is kept on this machine")
    .argument("[email]", "your e-mail address")
    .option("--password-stdin", "read the password from standard input")
    .action((email: string | undefined, options: { passwordStdin?: true }) =>
      run((invocation) =>
        enter(invocation, {
          door: "sign-in",
          email,
          passwordFromStdin: options.passwordStdin === true,
          next: "Next: selfsame status.",
        }),
      ),
    );
}
