import { createStudioClient, type StudioClient } from "../client/studio-client.ts";
import { ownFailureError } from "../failures/own-failures.ts";
import type { Invocation } from "../invocation.ts";
import type { Session } from "./session-store.ts";

/** What calls are made with, and a client that carries it. */
export interface SignedInClient {
  /** The kept session, or what stands in its place: the access token that the environment gives. */
  readonly session: Pick<Session, "token">;
  readonly client: StudioClient;
}

/**
 * A client for the studio at hand: with the access token of `SELFSAME_TOKEN` where there is one, else in the name of
 * whoever signed in there.
 *
 * @throws FailureError `not_signed_in`, `sessions_unreadable`
 */
export async function signedIn(invocation: Invocation): Promise<SignedInClient> {
  const { token } = invocation.environment;
  return token === undefined ? signedInThemselves(invocation) : clientWith({ token }, invocation);
}

/**
 * A client in the name of whoever signed in at the studio at hand, for what no access token may do.
 *
 * @throws FailureError `not_signed_in`, `sessions_unreadable`
 */
export async function signedInThemselves(invocation: Invocation): Promise<SignedInClient> {
  const { server, sessions } = invocation;
  const session = await sessions.find(server);
  if (session === null) throw ownFailureError("not_signed_in", { server });
  return clientWith(session, invocation);
}

function clientWith(session: Pick<Session, "token">, { server, interrupted }: Invocation): SignedInClient {
  return { session, client: createStudioClient({ server, token: session.token, signal: interrupted }) };
}
