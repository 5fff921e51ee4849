import type { z } from "zod";
import { listPortraitsOf } from "../gallery/portrait.store.ts";
import { noteRefusal } from "../isolation/note-refusal.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { createGenerationIn, type NewGenerationWish } from "./create-generation-in.ts";
import { type generationView, toGenerationView } from "./generation-view.ts";

/**
 * Makes a generation of the caller's own model. When it returns, the row, the credits held for it and the job that
 * sends it exist together; nothing has been sent yet. The same idempotency key gives the same generation again.
 *
 * @throws DomainError those of `createGenerationIn`
 */
export const createGeneration = async (
  studio: Studio,
  caller: Caller,
  wish: NewGenerationWish,
): Promise<z.infer<typeof generationView>> =>
  noteRefusal(studio, caller.subjectId, () =>
    studio.actingAs(caller.subjectId, async (tx) => {
      const generation = await createGenerationIn(studio, tx, caller, wish);
      return toGenerationView(generation, await listPortraitsOf(tx, [generation.id]));
    }),
  );
