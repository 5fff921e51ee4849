import type { Command } from "commander";
import type { ConversationSummary } from "../client/views.ts";
import { formatTable } from "../output/format-table.ts";
import { localTime } from "../output/local-time.ts";
import { shortened } from "../output/shortened.ts";
import { signedIn } from "../session/signed-in.ts";
import type { Run } from "./run.ts";
import { wholeNumber } from "./whole-number.ts";

const defaultLimit = 20;
/** The most the studio gives at once. */
const pageSize = 50;
const titleCharacters = 60;

/** `selfsame maya list`: the conversations, the one last written in first. */
export function addMayaList(maya: Command, run: Run): void {
  maya
    .command("list")
    .description("list your conversations with Maya, the one last written in first")
    .option("--limit <number>", "how many", wholeNumber({ minimum: 1 }), defaultLimit)
    .action(({ limit }: { readonly limit: number }) =>
      run(async (invocation) => {
        const { client } = await signedIn(invocation);
        const conversations: ConversationSummary[] = [];
        let cursor: string | null = null;
        do {
          const page: { conversations: ConversationSummary[]; nextCursor: string | null } =
            await client.maya.list.query({ cursor, limit: Math.min(limit - conversations.length, pageSize) });
          conversations.push(...page.conversations);
          cursor = page.nextCursor;
        } while (cursor !== null && conversations.length < limit);
        return {
          document: { conversations, more: cursor !== null },
          lines: linesOf(conversations, cursor !== null),
        };
      }),
    );
}

function linesOf(conversations: readonly ConversationSummary[], more: boolean): string[] {
  if (conversations.length === 0)
    return ['Nothing was said yet. Begin: selfsame maya say "for the jacket of my book, calm".'];
  const rows = conversations.map(({ id, title, saidAt }) => [
    id,
    localTime(saidAt),
    shortened(title ?? "", titleCharacters),
  ]);
  return [
    ...formatTable(["conversation", "last written", "title"], rows),
    ...(more ? ["There are more: --limit shows them."] : []),
  ];
}
