import type { Command } from "commander";
import { linesOfTurn } from "../maya/lines-of-turn.ts";
import { sayToMaya } from "../maya/say-to-maya.ts";
import { signedIn } from "../session/signed-in.ts";
import type { Run } from "./run.ts";

interface SayOptions {
  readonly conversation?: string;
  readonly new?: true;
}

/** `selfsame maya say`: says something, in the conversation last written in, and shows the answer. */
export function addMayaSay(maya: Command, run: Run): void {
  maya
    .command("say")
    .description("say something to Maya, and see her answer with its cards")
    .argument("<words>", "what the pictures are for, or what to change")
    .option("--conversation <id>", "in this conversation instead of the one last written in")
    .option("--new", "in a new conversation")
    .action((text: string, options: SayOptions) =>
      run(async (invocation) => {
        const { client } = await signedIn(invocation);
        const latest =
          options.new === true || options.conversation !== undefined
            ? undefined
            : (await client.maya.list.query({ limit: 1 })).conversations[0]?.id;
        const conversationId = options.conversation ?? latest ?? (await client.maya.start.mutate()).id;
        const { turn, failure } = await sayToMaya(client, invocation, conversationId, text);
        return {
          document: { conversationId, turn },
          lines: turn === null ? [] : linesOfTurn(turn),
          ...(failure === null ? {} : { failure }),
        };
      }),
    );
}
