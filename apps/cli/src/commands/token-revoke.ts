import type { Command } from "commander";
import { signedInThemselves } from "../session/signed-in.ts";
import type { Run } from "./run.ts";

/** `selfsame token revoke`: the next call with it is refused. */
export function addTokenRevoke(token: Command, run: Run): void {
  token
    .command("revoke")
    .argument("<ids...>", "as selfsame token list shows them")
    .description("end access tokens, at once")
    .action((ids: string[]) =>
      run(async (invocation) => {
        const { client } = await signedInThemselves(invocation);
        // One after the other: an id that is refused is named, and those before it are ended.
        for (const tokenId of ids) await client.tokens.revoke.mutate({ tokenId });
        return {
          document: { revoked: ids },
          lines: [ids.length === 1 ? "The token is revoked." : `${ids.length} tokens are revoked.`],
        };
      }),
    );
}
