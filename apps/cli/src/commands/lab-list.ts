import type { Command } from "commander";
import { formatTable } from "../output/format-table.ts";
import { localTime } from "../output/local-time.ts";
import { signedIn } from "../session/signed-in.ts";
import type { Run } from "./run.ts";
import { wholeNumber } from "./whole-number.ts";

const mostAtOnce = 50;

/** `selfsame lab list`: the experiments there are, newest first. */
export function addLabList(lab: Command, run: Run): void {
  lab
    .command("list")
    .description("your experiments, newest first")
    .option("--limit <number>", `how many, up to ${mostAtOnce}`, wholeNumber({ minimum: 1 }), 20)
    .action(({ limit }: { readonly limit: number }) =>
      run(async (invocation) => {
        const { client } = await signedIn(invocation);
        const { experiments, nextCursor } = await client.lab.list.query({ limit });
        const rows = experiments.map(({ id, title, status, cells, credits, createdAt }) => [
          id,
          localTime(createdAt),
          status,
          `${cells.made} of ${cells.total}`,
          credits.spent,
          title,
        ]);
        return {
          document: { experiments, more: nextCursor !== null },
          lines:
            rows.length === 0
              ? ["There are no experiments yet. See selfsame lab ready."]
              : formatTable(["experiment", "begun", "status", "portraits", "credits", "title"], rows),
        };
      }),
    );
}
