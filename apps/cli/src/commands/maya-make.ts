import { randomUUID } from "node:crypto";
import type { Command } from "commander";
import { ownFailureError } from "../failures/own-failures.ts";
import { requireFolder } from "../files/require-folder.ts";
import { savePortraits } from "../files/save-portraits.ts";
import { latestConversation } from "../maya/latest-conversation.ts";
import { followGeneration } from "../progress/follow-generation.ts";
import { signedIn } from "../session/signed-in.ts";
import type { Run } from "./run.ts";
import { wholeNumber } from "./whole-number.ts";

interface MakeOptions {
  readonly conversation?: string;
  readonly output?: string;
  readonly key?: string;
  readonly wait: boolean;
}

/** `selfsame maya make`: makes a card of the last answer that has any, and waits for its portraits. */
export function addMayaMake(maya: Command, run: Run): void {
  maya
    .command("make")
    .description("make one of the cards of Maya's last answer, at the cost that stands on it")
    .argument("<card>", "its number", wholeNumber({ minimum: 1 }))
    .option("--conversation <id>", "in this conversation instead of the one last written in")
    .option("--output <folder>", "save the portraits there, as they are in the studio")
    .option(
      "--key <uuid>",
      "ask again with the same key after an unclear answer: nothing is made or paid twice",
    )
    .option("--no-wait", "ask for the portraits and return at once")
    .action((number: number, options: MakeOptions) =>
      run(async (invocation) => {
        const { output: folder, wait } = options;
        const { client, session } = await signedIn(invocation);
        if (folder !== undefined) await requireFolder(folder, "output");
        const conversation = await latestConversation(client, options.conversation);
        const turn = conversation.turns.findLast(({ cards }) => cards.length > 0);
        const card = turn?.cards.find((one) => one.number === number);
        if (turn === undefined || card === undefined)
          throw ownFailureError("card_missing", { number, cards: turn?.cards.length ?? 0 });
        const asked = await client.maya.makeCard.mutate({
          turnId: turn.id,
          cardNumber: number,
          cost: card.cost,
          idempotencyKey: options.key ?? randomUUID(),
        });
        if (!wait)
          return {
            document: { generation: asked, saved: [] },
            lines: [
              `“${card.title}” has begun as generation ${asked.id}. See how far it is: selfsame status.`,
            ],
          };
        const { generation, failure } = await followGeneration(client, invocation, asked);
        const saved =
          folder === undefined || invocation.interrupted.aborted
            ? []
            : await savePortraits(invocation, generation.portraits, {
                token: session.token,
                folder,
                field: "output",
              });
        const files = new Map(saved.map(({ portraitId, file }) => [portraitId, file]));
        return {
          document: { generation, saved },
          lines: generation.portraits.map(
            ({ id, width, height, simulated }) =>
              `${files.get(id) ?? id}  ${width} × ${height}${simulated ? "  simulated" : ""}`,
          ),
          ...(failure === null ? {} : { failure }),
        };
      }),
    );
}
