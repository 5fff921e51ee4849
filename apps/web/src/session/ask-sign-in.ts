import { signInProblemOf, type SignInProblem } from "./sign-in-problem.ts";

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

type Door = "sign-up/email" | "sign-in/email";

/**
 * Opens an account or signs in to one; null means it worked and the cookie is set. A new account whose address has to
 * be confirmed first is open and has no cookie yet.
 */
export async function askSignIn(door: Door, { email, password }: Credentials): Promise<SignInProblem | null> {
  // The account has no name of its own; the library behind the door insists on the field.
  const body = door === "sign-up/email" ? { email, password, name: "" } : { email, password };
  try {
    const answer = await post(door, body);
    const told = await readBody(answer);
    if (!answer.ok) return signInProblemOf(answer.status, told);
    return hasNoSession(told) ? "e-mail-not-confirmed" : null;
  } catch {
    return "unreachable";
  }
}

/** An identity provider as the studio offers it. */
export interface IdentityProvider {
  readonly id: "google" | "github" | "oidc";
  readonly name: string;
}

/**
 * Asks for the way to an identity provider; the browser is to go there.
 *
 * @param onward where to go on when the person is known already, and when the account is made on the way
 */
export async function askProvider(
  { id }: IdentityProvider,
  onward: { readonly known: string; readonly made: string },
): Promise<{ readonly way: string } | { readonly problem: SignInProblem }> {
  const body = {
    provider: id,
    callbackURL: onward.known,
    newUserCallbackURL: onward.made,
    errorCallbackURL: "/sign-in",
  };
  try {
    const answer = await post("sign-in/social", body);
    const told = await readBody(answer);
    if (!answer.ok) return { problem: signInProblemOf(answer.status, told) };
    return isWay(told) ? { way: told.url } : { problem: "provider-unexpected" };
  } catch {
    return { problem: "unreachable" };
  }
}

/** Asks for a mail with which a new password can be chosen; null says nothing about whether there is such an account. */
export function askReset(email: string): Promise<SignInProblem | null> {
  return ask(() => post("request-password-reset", { email }));
}

/** Chooses a new password with what the mail brought. */
export function choosePassword(token: string, newPassword: string): Promise<SignInProblem | null> {
  return ask(() => post("reset-password", { token, newPassword }));
}

/** Confirms an e-mail address with what the mail brought. */
export function confirmEmail(token: string): Promise<SignInProblem | null> {
  return ask(() => fetch(`/api/auth/verify-email?token=${encodeURIComponent(token)}`));
}

async function ask(knock: () => Promise<Response>): Promise<SignInProblem | null> {
  try {
    const answer = await knock();
    return answer.ok ? null : signInProblemOf(answer.status, await readBody(answer));
  } catch {
    return "unreachable";
  }
}

function post(path: string, body: object): Promise<Response> {
  return fetch(`/api/auth/${path}`, {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

function isWay(told: unknown): told is { readonly url: string } {
  return typeof told === "object" && told !== null && "url" in told && typeof told.url === "string";
}

function hasNoSession(told: unknown): boolean {
  return typeof told === "object" && told !== null && "token" in told && told.token === null;
}

/** Ends the session in this browser. Throws when the api cannot be reached. */
export async function signOut(): Promise<void> {
  const answer = await post("sign-out", {});
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
