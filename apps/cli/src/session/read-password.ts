import { text } from "node:stream/consumers";
import { ownFailureError } from "../failures/own-failures.ts";
import type { Invocation } from "../invocation.ts";

/** How the password comes in. */
export interface PasswordSource {
  /** From standard input, as a script would pipe it. */
  readonly fromStdin: boolean;
  /** Whether it is a new one, which is asked for twice. */
  readonly isNew: boolean;
}

/**
 * Takes the password from standard input if asked to, else from the environment, else from the person. It is never
 * an argument: those are seen by everybody on the machine and kept in the shell's history.
 *
 * @throws FailureError `password_missing`, `passwords_differ`
 */
export async function readPassword(
  { environment, stdin, questions, interrupted }: Invocation,
  { fromStdin, isNew }: PasswordSource,
): Promise<string> {
  if (fromStdin) return readLine(stdin, interrupted);
  if (environment.password !== undefined) return environment.password;
  if (questions === null) throw ownFailureError("password_missing", {});
  const given = await questions.password("Password");
  if (isNew && (await questions.password("The same password again")) !== given)
    throw ownFailureError("passwords_differ", {});
  return given;
}

async function readLine(stdin: NodeJS.ReadStream, interrupted: AbortSignal): Promise<string> {
  const stop = (): void => void stdin.destroy(new DOMException("Interrupted", "AbortError"));
  interrupted.addEventListener("abort", stop, { once: true });
  const given = (await text(stdin)).replace(/\r?\n$/, "");
  interrupted.removeEventListener("abort", stop);
  if (given === "") throw ownFailureError("password_missing", {});
  return given;
}
