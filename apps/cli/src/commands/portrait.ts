import type { Command } from "commander";
import { measurementLines } from "../measure/score-words.ts";
import { localTime } from "../output/local-time.ts";
import { signedIn } from "../session/signed-in.ts";
import type { Run } from "./run.ts";

/** `selfsame portrait <id>`: one portrait, how it was made, and how it measures. */
export function addPortrait(program: Command, run: Run): void {
  program
    .command("portrait")
    .description("show one of your portraits: its recipe, and how it measures against your own photos")
    .argument("<id>", "its id, as `selfsame gallery` lists it")
    .action((portraitId: string) =>
      run(async (invocation) => {
        const { client } = await signedIn(invocation);
        const portrait = await client.gallery.get.query({ portraitId });
        const { recipe, brief, createdAt, width, height, seed, kept, simulated, measurement } = portrait;
        return {
          document: { portrait },
          lines: [
            brief,
            [
              `Made ${localTime(createdAt)}`,
              `${width} × ${height}`,
              `preset ${recipe.preset.id} ${recipe.preset.version}`,
              `seed ${seed}`,
              ...(kept ? ["kept"] : []),
              ...(simulated ? ["simulated"] : []),
            ].join(", "),
            ...measurementLines(measurement),
          ],
        };
      }),
    );
}
