import { z } from "zod";
import { outputLimits } from "../studio/limits.ts";
import { cursorInput } from "../studio/list-cursor.ts";
import { limitedProcedure, router, subjectProcedure } from "../trpc/procedures.ts";
import { cancelShoot } from "./cancel-shoot.ts";
import { collection, shot } from "./collections/collection-schema.ts";
import { collections } from "./collections/collections.ts";
import { deleteOwnCollection } from "./delete-own-collection.ts";
import { draftShots } from "./draft-shots.ts";
import { estimateShoot } from "./estimate-shoot.ts";
import { exportCollection } from "./export-collection.ts";
import { getShoot } from "./get-shoot.ts";
import { importCollection } from "./import-collection.ts";
import { listOwnCollections } from "./list-own-collections.ts";
import { listShoots } from "./list-shoots.ts";
import { listTaken, takenShot } from "./list-taken.ts";
import { ownCollectionView } from "./own-collection-view.ts";
import { renderShot } from "./render-shot.ts";
import { collectionId } from "./require-collection.ts";
import { retakeShot } from "./retake-shot.ts";
import { saveOwnCollection } from "./save-own-collection.ts";
import { maximumShotsOfShoot } from "./shoot-limits.ts";
import { shootSummary, shootView } from "./shoot-view.ts";
import { startShoot } from "./start-shoot.ts";
import { valueOf } from "./value-of.ts";

const collectionWords = collection.omit({ id: true, version: true });
const offeredShot = shot.extend({ brief: z.string() });
const shotDraft = shot.omit({ id: true }).extend({
  title: z.string(),
  moment: z.string(),
  clothes: z.string(),
  place: z.string(),
  light: z.string(),
  lens: z.string(),
});

const whatToShoot = z.strictObject({
  collectionId,
  /** Left out for all shots of the collection. */
  shotIds: z.array(z.string().max(60)).min(1).max(maximumShotsOfShoot).optional(),
  /** How many portraits of each shot. */
  outputs: z.int().min(outputLimits.minimum).max(outputLimits.maximum).default(1),
});
const oneShoot = z.strictObject({ shootId: z.uuid() });

/** Shoots of collections: the studio's, one's own, and files that people share. */
export const photoshootRouter = router({
  /** The studio's collections, each shot with the brief that it comes to. */
  collections: subjectProcedure
    .output(z.array(collection.extend({ shots: z.array(offeredShot) })))
    .query(() =>
      collections.map((each) => ({
        ...each,
        shots: each.shots.map((one) => ({ ...one, brief: renderShot(one).brief })),
      })),
    ),

  /** The caller's own collections, newest first. */
  ownCollections: subjectProcedure
    .output(z.array(ownCollectionView))
    .query(({ ctx }) => listOwnCollections(ctx.studio, ctx.caller)),

  /** Which shots there are portraits of already. */
  taken: subjectProcedure.output(z.array(takenShot)).query(({ ctx }) => listTaken(ctx.studio, ctx.caller)),

  /** What a shoot would cost, and how long it is likely to take. */
  estimate: subjectProcedure
    .input(whatToShoot)
    .output(
      z.object({
        shots: z.int(),
        portraits: z.int(),
        credits: z.int(),
        time: z.object({ fromSeconds: z.number(), toSeconds: z.number() }).nullable(),
      }),
    )
    .query(({ ctx, input: { shotIds, ...wish } }) =>
      estimateShoot(ctx.studio, ctx.caller, { ...wish, shotIds: shotIds ?? null }),
    ),

  /** Makes a shoot whole or not at all. */
  start: limitedProcedure("shoot")
    .input(whatToShoot.extend({ presetId: z.string().max(100).optional(), idempotencyKey: z.uuid() }))
    .output(shootView)
    .mutation(({ ctx, input: { shotIds, presetId, ...wish } }) =>
      startShoot(ctx.studio, ctx.caller, { ...wish, shotIds: shotIds ?? null, presetId: presetId ?? null }),
    ),

  get: subjectProcedure
    .input(oneShoot)
    .output(shootView)
    .query(({ ctx, input }) => getShoot(ctx.studio, ctx.caller.subjectId, input.shootId)),

  list: subjectProcedure
    .input(z.strictObject({ cursor: cursorInput.nullish(), limit: z.int().min(1).max(50).default(20) }))
    .output(z.object({ shoots: z.array(shootSummary), nextCursor: z.string().nullable() }))
    .query(({ ctx, input }) =>
      listShoots(ctx.studio, ctx.caller, { after: input.cursor ?? null, limit: input.limit }),
    ),

  /** Cancels what has not ended: the whole shoot, or one shot of it. */
  cancel: subjectProcedure
    .input(oneShoot.extend({ shotId: z.uuid().optional() }))
    .output(shootView)
    .mutation(({ ctx, input }) =>
      cancelShoot(ctx.studio, ctx.caller, { shootId: input.shootId, shotId: input.shotId ?? null }),
    ),

  /** Takes a shot again, as a new generation at the same price. */
  retake: limitedProcedure("generate")
    .input(z.strictObject({ shotId: z.uuid(), idempotencyKey: z.uuid() }))
    .output(shootView)
    .mutation(({ ctx, input }) => retakeShot(ctx.studio, ctx.caller, input)),

  /** Keeps a collection of one's own: a new one, or a change of one that nobody changed meanwhile. */
  saveCollection: subjectProcedure
    .input(
      collectionWords
        .extend({
          /** The collection that is changed, and the version of it that was opened; left out for a new one. */
          id: z.uuid().optional(),
          version: z.int().min(1).optional(),
        })
        .refine(({ id, version }) => (id === undefined) === (version === undefined), {
          path: ["version"],
          message: "say which version of the collection was opened",
        }),
    )
    .output(ownCollectionView)
    .mutation(({ ctx, input: { id, version, ...words } }) =>
      saveOwnCollection(
        ctx.studio,
        ctx.caller,
        id === undefined || version === undefined ? null : { id, version },
        words,
      ),
    ),

  deleteCollection: subjectProcedure
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.object({ id: z.uuid() }))
    .mutation(({ ctx, input }) => deleteOwnCollection(ctx.studio, ctx.caller, input.id)),

  /** Drafts shots of one's own from portraits, to be looked over and kept. */
  draftShots: subjectProcedure
    .input(z.strictObject({ portraitIds: z.array(z.uuid()).min(1).max(maximumShotsOfShoot) }))
    .output(z.array(shotDraft))
    .query(({ ctx, input }) => draftShots(ctx.studio, ctx.caller, input.portraitIds)),

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
