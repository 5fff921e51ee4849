import type { Command } from "commander";
import { latestConversation } from "../maya/latest-conversation.ts";
import { linesOfTurn } from "../maya/lines-of-turn.ts";
import { signedIn } from "../session/signed-in.ts";
import type { Run } from "./run.ts";

/** `selfsame maya show`: one conversation, with its cards and what became of them. */
export function addMayaShow(maya: Command, run: Run): void {
  maya
    .command("show")
    .description("show a conversation with Maya, with its cards and what was made of them")
    .argument("[conversation]", "its id; the one last written in when left out")
    .action((id: string | undefined) =>
      run(async (invocation) => {
        const { client } = await signedIn(invocation);
        const conversation = await latestConversation(client, id);
        return {
          document: { conversation },
          lines: conversation.turns.flatMap((turn, at) => [...(at === 0 ? [] : [""]), ...linesOfTurn(turn)]),
        };
      }),
    );
}
