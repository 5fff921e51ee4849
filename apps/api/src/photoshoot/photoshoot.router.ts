import type { Result } from "@selfsame/flux-core";
import { z } from "zod";
import { DomainError } from "../errors/domain-error.ts";
import { router, subjectProcedure } from "../trpc/procedures.ts";
import { collection, shot } from "./collections/collection-schema.ts";
import { collections } from "./collections/collections.ts";
import { exportCollection } from "./export-collection.ts";
import { importCollection } from "./import-collection.ts";
import { renderShot } from "./render-shot.ts";
import type { CollectionRefusal } from "./shared-collection.ts";

const collectionWords = collection.omit({ id: true, version: true });

const valueOf = <TValue>(result: Result<TValue, CollectionRefusal>): TValue => {
  if (result.ok) return result.value;
  const { code, message } = result.error;
  throw new DomainError("collection_refused", {
    code,
    reason: message,
    path: "path" in result.error ? result.error.path : null,
  });
};

/** Collections of shots: the studio's own, and files that people share. */
export const photoshootRouter = router({
  /** The studio's collections, each shot with the brief that it comes to. */
  collections: subjectProcedure
    .output(z.array(collection.extend({ shots: z.array(shot.extend({ brief: z.string() })) })))
    .query(() =>
      collections.map((each) => ({
        ...each,
        shots: each.shots.map((one) => ({ ...one, brief: renderShot(one).brief })),
      })),
    ),

  /** Checks a file that somebody shared; nothing is stored. */
  readCollection: subjectProcedure
    .input(z.strictObject({ file: z.string() }))
    .output(collectionWords)
    .mutation(({ input }) => valueOf(importCollection(input.file))),

  /** Writes a collection as a file to share; nothing is stored. */
  writeCollection: subjectProcedure
    .input(collectionWords)
    .output(z.object({ file: z.string() }))
    .mutation(({ input }) => ({ file: valueOf(exportCollection(input)) })),
});
