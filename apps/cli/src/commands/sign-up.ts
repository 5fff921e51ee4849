import type { Command } from "commander";
import { enter } from "../session/enter.ts";
import type { Run } from "./run.ts";

/** `selfsame sign-up`: opens an account and signs in to it. */
export function addSignUp(program: Command, run: Run): void {
  program
    .command("sign-up")
    .description("open an account and sign in to it")
    .argument("[email]", "your e-mail address")
    .option("--password-stdin", "read the password from standard input")
    .action((email: string | undefined, options: { passwordStdin?: true }) =>
      run((invocation) =>
        enter(invocation, {
          door: "sign-up",
          email,
          passwordFromStdin: options.passwordStdin === true,
          next: "Next: selfsame consent.",
        }),
      ),
    );
}
