import type { Command } from "commander";
import { coachWords, setLines } from "../measure/coach-words.ts";
import { formatTable } from "../output/format-table.ts";
import { localTime } from "../output/local-time.ts";
import { shortened } from "../output/shortened.ts";
import { signedIn } from "../session/signed-in.ts";
import type { Run } from "./run.ts";

const nameCharacters = 32;

/** `selfsame selfies list`: the photos that the next training would learn from. */
export function addSelfiesList(selfies: Command, run: Run): void {
  selfies
    .command("list")
    .description("list your selfies")
    .action(() =>
      run(async (invocation) => {
        const { client } = await signedIn(invocation);
        const document = await client.selfies.list.query();
        const { minimum, advisedFrom, advisedTo, maximum } = document.limits;
        const rows = document.selfies.map(
          ({ id, fileName, width, height, sizeBytes, drawn, createdAt, coach }) => [
            id,
            shortened(fileName, nameCharacters),
            `${width} × ${height}`,
            Math.ceil(sizeBytes / 1_000),
            drawn ? "drawn" : "",
            localTime(createdAt),
            coachWords(coach)[0],
          ],
        );
        return {
          document,
          lines: [
            ...(rows.length === 0
              ? []
              : formatTable(["id", "file", "pixels", "kB", "", "added", "verdict"], rows)),
            `${rows.length} selfies; at least ${minimum}, at most ${maximum}, ${advisedFrom} to ${advisedTo} work best.`,
            ...setLines(document),
          ],
        };
      }),
    );
}
