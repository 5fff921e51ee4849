import { z } from "zod";
import { listPortraitsOf } from "../gallery/portrait.store.ts";
import { listGenerationsById } from "../generations/generation.store.ts";
import { generationView, toGenerationView } from "../generations/generation-view.ts";
import type { SubjectTransaction } from "../studio/studio.ts";
import type { EnhancedPairRow } from "./enhanced-pair.store.ts";

/** The levels that lay something over a portrait: the guard's own list without `none`. */
export const enhancingLevel = z.enum(["subtle", "medium", "dramatic"]);

/** Two generations that differ in the enhancement alone, as a page watches them. */
export const pairView = z.object({
  id: z.uuid(),
  level: enhancingLevel,
  plain: generationView,
  enhanced: generationView,
  createdAt: z.iso.datetime(),
});

/** Reads what belongs to some pairs and puts them into the page's form, in the same order. */
export const readPairViews = async (
  tx: SubjectTransaction,
  pairs: readonly EnhancedPairRow[],
): Promise<z.infer<typeof pairView>[]> => {
  const ids = pairs.flatMap(({ plainGenerationId, enhancedGenerationId }) => [
    plainGenerationId,
    enhancedGenerationId,
  ]);
  const rows = new Map((await listGenerationsById(tx, ids)).map((row) => [row.id, row]));
  const portraits = Map.groupBy(await listPortraitsOf(tx, ids), ({ generationId }) => generationId);
  const viewOf = (id: string) => {
    const row = rows.get(id);
    return row && toGenerationView(row, portraits.get(id) ?? []);
  };
  return pairs.flatMap(({ id, level, plainGenerationId, enhancedGenerationId, createdAt }) => {
    const [plain, enhanced] = [viewOf(plainGenerationId), viewOf(enhancedGenerationId)];
    return plain === undefined || enhanced === undefined
      ? []
      : [{ id, level, plain, enhanced, createdAt: createdAt.toISOString() }];
  });
};
