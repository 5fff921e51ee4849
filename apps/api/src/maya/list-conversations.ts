import type { z } from "zod";
import type { Caller } from "../studio/caller.ts";
import { encodeCursor, type ListCursor } from "../studio/list-cursor.ts";
import type { Studio } from "../studio/studio.ts";
import { listConversationRows } from "./conversation.store.ts";
import { type conversationSummary, toConversationSummary } from "./conversation-view.ts";

/** The caller's conversations, the one last written in first, a page at a time. */
export const listConversations = (
  studio: Studio,
  { subjectId }: Caller,
  page: { readonly after: ListCursor | null; readonly limit: number },
): Promise<{ conversations: z.infer<typeof conversationSummary>[]; nextCursor: string | null }> =>
  studio.readingAs(subjectId, async (tx) => {
    const rows = await listConversationRows(tx, subjectId, page);
    const last = rows.length === page.limit ? rows.at(-1) : undefined;
    return {
      conversations: rows.map(toConversationSummary),
      nextCursor: last === undefined ? null : encodeCursor({ createdAt: last.saidAt, id: last.id }),
    };
  });
