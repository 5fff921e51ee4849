import type { Command } from "commander";
import { formatTable } from "../output/format-table.ts";
import { localTime } from "../output/local-time.ts";
import { signedInThemselves } from "../session/signed-in.ts";
import type { Run } from "./run.ts";

/** `selfsame token list`: which there are, what they may do, and when they were last used. */
export function addTokenList(token: Command, run: Run): void {
  token
    .command("list")
    .description("show your access tokens, without the tokens themselves")
    .action(() =>
      run(async (invocation) => {
        const { client } = await signedInThemselves(invocation);
        const { tokens } = await client.tokens.list.query();
        const rows = tokens.map(({ id, name, hint, scopes, expired, expiresAt, usedAt }) => [
          id,
          name,
          `${hint}…`,
          scopes.join(" "),
          usedAt === null ? "never" : localTime(usedAt),
          expired ? "has run out" : localTime(expiresAt),
        ]);
        return {
          document: { tokens },
          lines:
            rows.length === 0
              ? ["There are no access tokens: selfsame token make"]
              : formatTable(["id", "name", "begins", "may", "last used", "until"], rows),
        };
      }),
    );
}
