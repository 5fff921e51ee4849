import { type Command, Option } from "commander";
import type { TokenScope } from "../client/views.ts";
import { localTime } from "../output/local-time.ts";
import { signedInThemselves } from "../session/signed-in.ts";
import type { Run } from "./run.ts";
import { wholeNumber } from "./whole-number.ts";

/** What each scope is for; a missing one does not compile. */
const scopes = {
  read: "see selfies, portraits, credits and what is under way",
  generate: "make portraits, which costs credits, and cancel them",
  train: "add and remove selfies, and train, which costs credits",
  gallery: "mark portraits as kept, put them in the trash and back",
  account: "change what the account says of you",
} as const satisfies Record<TokenScope, string>;

interface TokenMakeOptions {
  readonly scope: readonly TokenScope[];
  readonly days: number;
}

const defaultDays = 90;

/** `selfsame token make`: the token is printed once and kept nowhere. */
export function addTokenMake(token: Command, run: Run): void {
  token
    .command("make")
    .argument("<name>", "what it is for, so that you know it again")
    .description("make an access token; it is shown once")
    .addOption(
      new Option("--scope <scopes...>", "what it may do")
        .choices(Object.keys(scopes))
        .default(["read"] satisfies TokenScope[], "read"),
    )
    .option("--days <number>", "after how many days it stops working", wholeNumber(), defaultDays)
    .addHelpText(
      "after",
      `
Scopes:
${Object.entries(scopes)
  .map(([scope, meaning]) => `  ${scope.padEnd(8)}  ${meaning}`)
  .join("\n")}`,
    )
    .action((name: string, { scope, days }: TokenMakeOptions) =>
      run(async (invocation) => {
        const { client } = await signedInThemselves(invocation);
        const made = await client.tokens.make.mutate({ name, scopes: [...scope], days });
        return {
          document: made,
          lines: [
            made.secret,
            "",
            `It may ${made.token.scopes.join(", ")} until ${localTime(made.token.expiresAt)}. It is not shown again.`,
            "Give it to a script as SELFSAME_TOKEN, to any other client as a bearer token.",
          ],
        };
      }),
    );
}
