import type { Command } from "commander";
import { formatTable } from "../output/format-table.ts";
import { signedIn } from "../session/signed-in.ts";
import type { Run } from "./run.ts";

/** `selfsame photoshoot collections`: the studio's collections and one's own. */
export function addPhotoshootCollections(photoshoot: Command, run: Run): void {
  photoshoot
    .command("collections")
    .description("list the studio's collections and your own")
    .action(() =>
      run(async (invocation) => {
        const { client } = await signedIn(invocation);
        const [collections, own, taken] = await Promise.all([
          client.photoshoot.collections.query(),
          client.photoshoot.ownCollections.query(),
          client.photoshoot.taken.query(),
        ]);
        const rows = [...own, ...collections].map(({ id, title, shots }) => {
          const had = taken.filter(({ collectionId }) => collectionId === id).length;
          return [id, title, String(shots.length), had === 0 ? "" : `${had} taken`];
        });
        return {
          document: { collections, own, taken },
          lines: formatTable(["collection", "title", "shots", ""], rows),
        };
      }),
    );
}
