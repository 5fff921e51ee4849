import type { Command } from "commander";
import type { Run } from "./run.ts";
import { addTokenList } from "./token-list.ts";
import { addTokenMake } from "./token-make.ts";
import { addTokenRevoke } from "./token-revoke.ts";

/** `selfsame token …`: the keys one gives to scripts and other apps. */
export function addToken(program: Command, run: Run): void {
  const token = program
    .command("token")
    .description("make, list and revoke access tokens for scripts and other apps");
  addTokenMake(token, run);
  addTokenList(token, run);
  addTokenRevoke(token, run);
}
