import type { Studio } from "../studio/studio.ts";
import { deleteEveryToken } from "./token.store.ts";

/** Ends every access token of a person, as a changed password does: whoever had it may have made one. */
export const revokeEveryToken = async (
  { owners, actingAs }: Pick<Studio, "owners" | "actingAs">,
  userId: string,
): Promise<void> => {
  const subjectId = await owners.subjectOfUser(userId);
  if (subjectId !== undefined) await actingAs(subjectId, (tx) => deleteEveryToken(tx, subjectId));
};
