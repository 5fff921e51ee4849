import type { Command } from "commander";
import { formatTable } from "../output/format-table.ts";
import { localTime } from "../output/local-time.ts";
import { followShoot } from "../progress/follow-shoot.ts";
import { signedIn } from "../session/signed-in.ts";
import type { Run } from "./run.ts";
import { shootLines } from "./shoot-lines.ts";

/** `selfsame photoshoot status`: the latest shoots, or one of them shot by shot. */
export function addPhotoshootStatus(photoshoot: Command, run: Run): void {
  photoshoot
    .command("status")
    .description("list your shoots, or show one of them shot by shot")
    .argument("[shoot]", "its id")
    .option("--wait", "wait until the shoot has ended")
    .action((shootId: string | undefined, { wait }: { wait?: true }) =>
      run(async (invocation) => {
        const { client } = await signedIn(invocation);
        if (shootId === undefined) {
          const { shoots } = await client.photoshoot.list.query({});
          const rows = shoots.map(({ id, title, createdAt, progress }) => [
            id,
            title,
            localTime(createdAt),
            `${progress.ready} of ${progress.asked}`,
            progress.openShots === 0 ? "" : `${progress.openShots} shots under way`,
          ]);
          return {
            document: { shoots },
            lines:
              rows.length === 0
                ? ["No shoots yet. See what there is: selfsame photoshoot collections"]
                : formatTable(["shoot", "collection", "asked for", "portraits", ""], rows),
          };
        }
        const seen = await client.photoshoot.get.query({ shootId });
        if (wait !== true) return { document: { shoot: seen }, lines: shootLines(seen) };
        const { shoot, failure } = await followShoot(client, invocation, seen);
        return {
          document: { shoot },
          lines: shootLines(shoot),
          ...(failure === null ? {} : { failure }),
        };
      }),
    );
}
