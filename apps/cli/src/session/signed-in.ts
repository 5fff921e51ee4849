import { createStudioClient, type StudioClient } from "../client/studio-client.ts";
import { ownFailureError } from "../failures/own-failures.ts";
import type { Invocation } from "../invocation.ts";
import type { Session } from "./session-store.ts";

/** A kept session and a client that carries it. */
export interface SignedInClient {
  readonly session: Session;
  readonly client: StudioClient;
}

/**
 * A client for the studio at hand in the name of whoever signed in there.
 *
 * @throws FailureError `not_signed_in`, `sessions_unreadable`
 */
export async function signedIn({ server, sessions, interrupted }: Invocation): Promise<SignedInClient> {
  const session = await sessions.find(server);
  if (session === null) throw ownFailureError("not_signed_in", { server });
  return { session, client: createStudioClient({ server, token: session.token, signal: interrupted }) };
}
