import type { StudioClient } from "../client/studio-client.ts";
import type { ConversationView } from "../client/views.ts";
import { ownFailureError } from "../failures/own-failures.ts";

/** The conversation that was named, else the one last written in. */
export async function latestConversation(
  client: StudioClient,
  named: string | undefined,
): Promise<ConversationView> {
  const conversationId = named ?? (await client.maya.list.query({ limit: 1 })).conversations[0]?.id;
  if (conversationId === undefined) throw ownFailureError("conversation_missing", {});
  return client.maya.read.query({ conversationId });
}
