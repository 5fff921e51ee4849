import type { z } from "zod";
import { DomainError } from "../errors/domain-error.ts";
import { listPortraitsOf } from "../gallery/portrait.store.ts";
import type { Studio } from "../studio/studio.ts";
import { findGeneration } from "./generation.store.ts";
import { type generationView, toGenerationView } from "./generation-view.ts";

/**
 * One of a subject's generations as it is now.
 *
 * @throws DomainError `not_found`
 */
export const getGeneration = (
  studio: Studio,
  subjectId: string,
  generationId: string,
): Promise<z.infer<typeof generationView>> =>
  studio.readingAs(subjectId, async (tx) => {
    const row = await findGeneration(tx, generationId);
    if (row === undefined) throw new DomainError("not_found", { what: "generation" });
    return toGenerationView(row, await listPortraitsOf(tx, [row.id]));
  });
