import type { Command } from "commander";
import { endSession } from "../client/ask-auth.ts";
import type { Run } from "./run.ts";

/** `selfsame sign-out`: ends the session at the studio, then forgets it here. */
export function addSignOut(program: Command, run: Run): void {
  program
    .command("sign-out")
    .description("end the session, at the studio and on this machine")
    .action(() =>
      run(async ({ server, sessions, interrupted }) => {
        const session = await sessions.find(server);
        if (session !== null) {
          // In this order: a session that was only forgotten here would go on at the studio, out of reach.
          await endSession(server, session.token, interrupted);
          await sessions.forget(server);
        }
        return {
          document: { server, signedIn: false },
          lines: [session === null ? `You were not signed in at ${server}.` : `Signed out at ${server}.`],
        };
      }),
    );
}
