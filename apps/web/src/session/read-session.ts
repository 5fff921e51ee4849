/** The account a browser is signed in to. */
export interface Session {
  readonly email: string;
}

/** Asks the api who is signed in. Throws when it cannot be reached. */
export async function readSession(signal: AbortSignal): Promise<Session | null> {
  const answer = await fetch("/api/auth/get-session", { signal, credentials: "same-origin" });
  if (!answer.ok) throw new Error(`The session could not be read: ${answer.status}`);
  const body: unknown = await answer.json();
  return sessionIn(body);
}

/** Reads the account out of the api's answer; anything else is nobody. */
export function sessionIn(body: unknown): Session | null {
  if (typeof body !== "object" || body === null || !("user" in body)) return null;
  const { user } = body;
  if (typeof user !== "object" || user === null || !("email" in user)) return null;
  return typeof user.email === "string" ? { email: user.email } : null;
}
