import type { Command } from "commander";
import { findCollection } from "../client/find-collection.ts";
import { formatTable } from "../output/format-table.ts";
import { signedIn } from "../session/signed-in.ts";
import type { Run } from "./run.ts";
import { wholeNumber } from "./whole-number.ts";
import { secondsInWords } from "../output/seconds-in-words.ts";

/** `selfsame photoshoot show`: the shots of a collection, and what all of them cost. */
export function addPhotoshootShow(photoshoot: Command, run: Run): void {
  photoshoot
    .command("show")
    .description("show the shots of a collection, and what a shoot of all of them costs and takes")
    .argument("<collection>", "as photoshoot collections shows it")
    .option("--each <number>", "how many portraits of each shot", wholeNumber({ minimum: 1 }), 1)
    .action((collectionId: string, { each: outputs }: { each: number }) =>
      run(async (invocation) => {
        const { client } = await signedIn(invocation);
        const collection = await findCollection(client, collectionId);
        const estimate = await client.photoshoot.estimate.query({ collectionId, outputs });
        return {
          document: { collection, estimate },
          lines: [
            `${collection.title}. ${collection.description}`,
            "",
            ...formatTable(
              ["shot", "title", "framing", "expression"],
              collection.shots.map(({ id, title, framing, expression }) => [id, title, framing, expression]),
            ),
            "",
            `All of them: ${estimate.portraits} portraits, ${estimate.credits} credits, ${secondsInWords(estimate.time)}.`,
          ],
        };
      }),
    );
}
