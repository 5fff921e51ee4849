import { randomUUID } from "node:crypto";
import {
  createTRPCClient,
  httpBatchLink,
  httpLink,
  isNonJsonSerializable,
  splitLink,
  type TRPCClient,
} from "@trpc/client";
import type { AppRouter } from "../src/trpc/router.ts";

/** What a person types to sign up. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly name: string;
}

/** Somebody who has signed up and is signed in, as a terminal is: by bearer token. */
export interface SignedUp extends Credentials {
  readonly userId: string;
  readonly token: string;
  /** The session as a browser sends it: `name=value`. */
  readonly cookie: string;
  readonly api: TRPCClient<AppRouter>;
  /** Fetches a path of the studio as this person. */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
}

/** Credentials that nobody has. */
export function freshCredentials(): Credentials {
  const name = randomUUID();
  return { email: `${name}@example.org`, password: `password of ${name}`, name: "Ada" };
}

/** Signs a fresh person up over real HTTP. */
export async function signUp(url: string, credentials = freshCredentials()): Promise<SignedUp> {
  const response = await postAuth(url, "sign-up/email", credentials);
  return signedUp(url, response, credentials);
}

/** Signs up, and agrees to the present consent text. */
export async function signUpWithConsent(url: string): Promise<SignedUp> {
  const person = await signUp(url);
  const { version } = await person.api.account.consentText.query();
  await person.api.account.giveConsent.mutate({ textVersion: version, adult: true, ownFace: true });
  return person;
}

/** Signs in again, as another browser or terminal of the same person. */
export async function signIn(url: string, credentials: Credentials): Promise<SignedUp> {
  const response = await postAuth(url, "sign-in/email", credentials);
  return signedUp(url, response, credentials);
}

/** Sends JSON to one of the sign-in addresses, from the studio's own page unless headers say otherwise. */
export function postAuth(
  url: string,
  path: string,
  body: object,
  headers: Readonly<Record<string, string>> = { origin: url },
): Promise<Response> {
  return fetch(`${url}/api/auth/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

/** A typed client that sends these headers with every request. */
export function clientWith(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): TRPCClient<AppRouter> {
  const endpoint = { url: `${url}/trpc`, headers };
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: ({ input }) => isNonJsonSerializable(input),
        true: httpLink(endpoint),
        false: httpBatchLink({ ...endpoint, maxURLLength: 2_000, maxItems: 50 }),
      }),
    ],
  });
}

async function signedUp(url: string, response: Response, credentials: Credentials): Promise<SignedUp> {
  if (!response.ok) throw new Error(`Nobody was signed in: ${response.status} ${await response.text()}`);
  // Safe: better-auth answers a sign-in with the session's token and the person.
  const { token, user } = (await response.json()) as { token: string; user: { id: string } };
  const [cookie = ""] = response.headers.getSetCookie().map((header) => header.split(";")[0] ?? "");
  const headers = { authorization: `Bearer ${token}` };
  return {
    ...credentials,
    userId: user.id,
    token,
    cookie,
    api: clientWith(url, headers),
    fetch: (path, init = {}) =>
      fetch(`${url}${path}`, {
        ...init,
        headers: { ...headers, ...Object.fromEntries(new Headers(init.headers)) },
      }),
  };
}
