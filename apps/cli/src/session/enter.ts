import { askAuth } from "../client/ask-auth.ts";
import { ownFailureError } from "../failures/own-failures.ts";
import type { Invocation } from "../invocation.ts";
import type { CommandResult } from "../output/command-result.ts";
import { readPassword } from "./read-password.ts";

/** Through which door, and as whom. */
export interface Entry {
  readonly door: "sign-in" | "sign-up";
  readonly email: string | undefined;
  readonly passwordFromStdin: boolean;
  /** What one would do after it. */
  readonly next: string;
}

/** Signs in or up and keeps the session; the session before it at the same studio is replaced. */
export async function enter(
  invocation: Invocation,
  { door, email: given, passwordFromStdin, next }: Entry,
): Promise<CommandResult> {
  const { server, sessions, interrupted, now } = invocation;
  const email = given ?? (await invocation.questions?.text("E-mail address"));
  if (email === undefined || email === "") throw ownFailureError("email_missing", { command: door });
  const password = await readPassword(invocation, {
    fromStdin: passwordFromStdin,
    isNew: door === "sign-up",
  });
  const signedIn = await askAuth(server, door, { email, password }, interrupted);
  await sessions.keep(server, { ...signedIn, signedInAt: now().toISOString() });
  return {
    document: { server, email: signedIn.email, signedIn: true },
    lines: [`Signed in at ${server} as ${signedIn.email}.`, next],
  };
}
