import { signInProblemOf, type SignInProblem } from "./sign-in-problem.ts";

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

type Door = "sign-up/email" | "sign-in/email";

/** Opens an account or signs in to one; null means it worked and the cookie is set. */
export async function askSignIn(door: Door, { email, password }: Credentials): Promise<SignInProblem | null> {
  // The account has no name of its own; the library behind the door insists on the field.
  const body = door === "sign-up/email" ? { email, password, name: "" } : { email, password };
  try {
    const answer = await fetch(`/api/auth/${door}`, {
      method: "POST",
      credentials: "same-origin",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return answer.ok ? null : signInProblemOf(answer.status, await readBody(answer));
  } catch {
    return "unreachable";
  }
}

/** Ends the session in this browser. Throws when the api cannot be reached. */
export async function signOut(): Promise<void> {
  const answer = await fetch("/api/auth/sign-out", {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  if (!answer.ok) throw new Error(`Signing out failed: ${answer.status}`);
}

async function readBody(answer: Response): Promise<unknown> {
  try {
    return await answer.json();
  } catch {
    // No JSON: the status alone has to say it.
    return null;
  }
}
