import { z } from "zod";
import { ownFailureError } from "../failures/own-failures.ts";
import { authFailureOf } from "./auth-failure.ts";
import { requireStudio } from "./require-studio.ts";

/** Who wants in. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** What the door gives: the person and the token that stands for the session. */
export interface SignedIn {
  readonly email: string;
  readonly token: string;
}

const opened = z.object({ user: z.object({ email: z.string() }) });

/** An account that was opened and lets nobody in before its address is confirmed. */
const unconfirmed = z.object({ token: z.null() });

/**
 * Signs in to an account, or opens one and signs in to it.
 *
 * @throws FailureError such as `wrong_password`, `email_taken`, `password_too_short`
 */
export async function askAuth(
  server: string,
  door: "sign-in" | "sign-up",
  { email, password }: Credentials,
  signal: AbortSignal,
): Promise<SignedIn> {
  // The account has no name of its own; the library behind the door insists on the field.
  const body = door === "sign-up" ? { email, password, name: "" } : { email, password };
  const answer = await post(server, `/api/auth/${door}/email`, { body, headers: {}, signal });
  const content: unknown = await answer.json();
  if (!answer.ok) throw await authFailureOf({ server, answer, content, signal });
  if (unconfirmed.safeParse(content).success) throw ownFailureError("email_not_confirmed", {});
  const token = answer.headers.get("set-auth-token");
  const person = opened.safeParse(content);
  if (token === null || !person.success)
    throw ownFailureError("server_not_understood", { server, status: answer.status });
  return { email: person.data.user.email, token };
}

/**
 * Ends a session at the studio. One that has ended already counts as ended.
 *
 * @throws FailureError
 */
export async function endSession(server: string, token: string, signal: AbortSignal): Promise<void> {
  const headers = { Authorization: `Bearer ${token}` };
  const answer = await post(server, "/api/auth/sign-out", { body: {}, headers, signal });
  const content: unknown = await answer.json();
  if (!answer.ok) throw await authFailureOf({ server, answer, content, signal });
}

interface Posted {
  readonly body: object;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

async function post(server: string, path: string, { body, headers, signal }: Posted): Promise<Response> {
  const answer = await fetch(`${server}${path}`, {
    method: "POST",
    // The door wants to know on whose page a password was typed; here it is nobody's but the studio's own.
    headers: { ...headers, "Content-Type": "application/json", Origin: new URL(server).origin },
    body: JSON.stringify(body),
    signal,
  });
  return requireStudio(server, answer);
}
