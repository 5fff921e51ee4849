import { generationStatuses } from "@selfsame/flux-core";
import { z } from "zod";
import { type PortraitRow, listPortraitsOf } from "../gallery/portrait.store.ts";
import { portraitView, toPortraitView } from "../gallery/portrait-view.ts";
import { listGenerationsById } from "../generations/generation.store.ts";
import { generationView, toGenerationView } from "../generations/generation-view.ts";
import type { SubjectTransaction } from "../studio/studio.ts";
import { shot } from "./collections/collection-schema.ts";
import { listShotsOf, listTakesOf, type ShootRow } from "./shoot.store.ts";

/** How far a shoot is, in portraits. */
const shootProgress = z.object({
  /** Asked for by the latest take of each shot. */
  asked: z.number(),
  /** Of those, delivered; what was put into the trash since counts as well. */
  ready: z.number(),
  /** Shots whose latest take has not ended. */
  openShots: z.number(),
});

/** A shoot as a page watches it: its shots in their places, each with its latest take. */
export const shootView = z.object({
  id: z.uuid(),
  collectionId: z.string(),
  collectionVersion: z.number(),
  title: z.string(),
  preset: z.object({ id: z.string(), version: z.number() }),
  /** How many portraits of each shot. */
  outputs: z.number(),
  /** What the seed of every take is derived from. */
  seed: z.number(),
  createdAt: z.iso.datetime(),
  /** When the last of its takes ended; null while one has not. */
  endedAt: z.iso.datetime().nullable(),
  simulated: z.boolean(),
  progress: shootProgress,
  shots: z.array(
    z.object({
      id: z.uuid(),
      position: z.number(),
      shot,
      /** How many takes there were; null for the generation when all were deleted. */
      takes: z.number(),
      generation: generationView.nullable(),
      /** Portraits of the takes before the latest one. */
      earlier: z.array(portraitView),
    }),
  ),
});

/** A shoot in a list: what it was and how far it is. */
export const shootSummary = shootView.omit({ shots: true }).extend({
  statuses: z.array(z.enum(generationStatuses)),
  /** The first portrait of it, for a cover. */
  portrait: portraitView.nullable(),
});

type ShootView = z.infer<typeof shootView>;

/** Reads everything that belongs to some shoots and puts them into the page's form, in the same order. */
export const readShootViews = async (
  tx: SubjectTransaction,
  shoots: readonly ShootRow[],
): Promise<ShootView[]> => {
  const shots = await listShotsOf(
    tx,
    shoots.map(({ id }) => id),
  );
  const takes = await listTakesOf(
    tx,
    shots.map(({ id }) => id),
  );
  const generationIds = takes.map(({ generationId }) => generationId);
  const generations = new Map(
    (await listGenerationsById(tx, generationIds)).map((generation) => [generation.id, generation]),
  );
  const portraits = Map.groupBy(await listPortraitsOf(tx, generationIds), (row) => row.generationId);
  const portraitsOf = (generationId: string): readonly PortraitRow[] => portraits.get(generationId) ?? [];
  const takesOf = Map.groupBy(takes, ({ shotId }) => shotId);
  const shotsOf = Map.groupBy(shots, ({ shootId }) => shootId);

  return shoots.map((row) => {
    const views = (shotsOf.get(row.id) ?? []).map((one) => {
      const ofShot = (takesOf.get(one.id) ?? []).flatMap(({ generationId }) => {
        const generation = generations.get(generationId);
        return generation === undefined ? [] : [generation];
      });
      const latest = ofShot.at(-1);
      return {
        id: one.id,
        position: one.position,
        shot: one.shot,
        takes: ofShot.length,
        generation: latest === undefined ? null : toGenerationView(latest, portraitsOf(latest.id)),
        earlier: ofShot.slice(0, -1).flatMap(({ id, brief, service, presetId }) =>
          portraitsOf(id)
            .filter(({ trashedAt }) => trashedAt === null)
            .map((portrait) => toPortraitView({ ...portrait, brief, service, presetId })),
        ),
      };
    });
    const latest = views.flatMap(({ generation }) => (generation === null ? [] : [generation]));
    const openShots = latest.filter(({ endedAt }) => endedAt === null).length;
    const ends = latest.flatMap(({ endedAt }) => (endedAt === null ? [] : [endedAt])).toSorted();
    return {
      id: row.id,
      collectionId: row.collectionId,
      collectionVersion: row.collectionVersion,
      title: row.title,
      preset: { id: row.presetId, version: row.presetVersion },
      outputs: row.outputs,
      seed: row.seed,
      createdAt: row.createdAt.toISOString(),
      endedAt: openShots === 0 ? (ends.at(-1) ?? row.createdAt.toISOString()) : null,
      simulated: latest.some(({ simulated }) => simulated),
      progress: {
        asked: latest.reduce((sum, { outputs }) => sum + outputs, 0),
        ready: latest.reduce((sum, { portraits: hanging, putAway }) => sum + hanging.length + putAway, 0),
        openShots,
      },
      shots: views,
    };
  });
};

/** A shoot's view without its shots, for a list. */
export const toShootSummary = ({ shots, ...shoot }: ShootView): z.infer<typeof shootSummary> => ({
  ...shoot,
  statuses: shots.flatMap(({ generation }) => (generation === null ? [] : [generation.status])),
  portrait:
    shots
      .flatMap(({ generation, earlier }) => [...(generation?.portraits ?? []), ...earlier])
      .find(() => true) ?? null,
});
