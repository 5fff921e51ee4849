import type { z } from "zod";
import { lockSubject } from "../account/account.store.ts";
import { requireConsent } from "../account/require-consent.ts";
import { creditsPerPortrait } from "../credits/credit-settings.ts";
import { requireAffordable } from "../credits/require-affordable.ts";
import { DomainError } from "../errors/domain-error.ts";
import { appendEvent } from "../events/event.store.ts";
import { createGenerationIn } from "../generations/create-generation-in.ts";
import { planPrompt } from "../generations/plan-generation.ts";
import { promptSubjectOf } from "../generations/prompt-subject-of.ts";
import { noteRefusal } from "../isolation/note-refusal.ts";
import { requireRunnableModel } from "../models/require-runnable-model.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio, SubjectTransaction } from "../studio/studio.ts";
import { chooseShots } from "./choose-shots.ts";
import { deriveTakeSeed } from "./derive-take-seed.ts";
import { requireCollection } from "./require-collection.ts";
import { findShootByKey, insertShoot, insertTake, type ShootRow } from "./shoot.store.ts";
import { readShootViews, type shootView } from "./shoot-view.ts";
import { wishOfShot } from "./wish-of-shot.ts";

const highestSeed = 2_147_483_647;

/** What a person asks of a photoshoot. */
export interface ShootWish {
  readonly collectionId: string;
  /** Null for all shots of the collection. */
  readonly shotIds: readonly string[] | null;
  readonly presetId: string | null;
  /** How many portraits of each shot. */
  readonly outputs: number;
  readonly idempotencyKey: string;
}

/**
 * Makes a shoot: its row, its shots, a generation of each and the credits held for all of them in one transaction, or
 * nothing at all. The same idempotency key gives the same shoot again.
 *
 * @throws DomainError `not_found` and those of `createGenerationIn`; `credits_insufficient` names the whole price
 */
export const startShoot = async (
  studio: Studio,
  caller: Caller,
  wish: ShootWish,
): Promise<z.infer<typeof shootView>> =>
  noteRefusal(studio, caller.subjectId, () =>
    studio.actingAs(caller.subjectId, async (tx) => {
      // Held to the end: two requests with one key, sent at once, become one shoot.
      await lockSubject(tx, caller.subjectId);
      const shoot =
        (await findShootByKey(tx, wish.idempotencyKey)) ?? (await makeShoot(studio, tx, caller, wish));
      const [view] = await readShootViews(tx, [shoot]);
      if (view === undefined) throw new Error(`Shoot ${shoot.id} was made and cannot be read`);
      return view;
    }),
  );

const makeShoot = async (
  studio: Studio,
  tx: SubjectTransaction,
  caller: Caller,
  wish: ShootWish,
): Promise<ShootRow> => {
  const collection = await requireCollection(tx, wish.collectionId);
  const shots = chooseShots(collection, wish.shotIds);
  await requireConsent(tx, caller.subjectId);
  await requireRunnableModel(tx, caller.subjectId);
  await requireAffordable(studio, tx, caller.subjectId, shots.length * wish.outputs * creditsPerPortrait);
  const [first] = shots;
  if (first === undefined) throw new DomainError("not_found", { what: "shot" });
  const { preset, changes } = planPrompt(
    await promptSubjectOf(tx, caller),
    wishOfShot(first, { ...wish, changes: {} }),
  );
  const settings = { presetId: preset.id, changes, outputs: wish.outputs };
  const seed = studio.identifiers.randomWhole(1, highestSeed);
  const now = studio.clock.now();
  const shootId = studio.identifiers.next();
  const rows = shots.map((shot, position) => ({
    id: studio.identifiers.next(),
    subjectId: caller.subjectId,
    shootId,
    position,
    shot,
  }));
  const shoot = await insertShoot(
    tx,
    {
      id: shootId,
      subjectId: caller.subjectId,
      collectionId: collection.id,
      collectionVersion: collection.version,
      title: collection.title,
      presetId: preset.id,
      presetVersion: preset.version,
      changes,
      outputs: wish.outputs,
      seed,
      idempotencyKey: wish.idempotencyKey,
      createdAt: now,
    },
    rows,
  );
  for (const { id: shotId, shot, position } of rows) {
    const generation = await createGenerationIn(studio, tx, caller, {
      ...wishOfShot(shot, settings),
      seed: deriveTakeSeed(seed, { position, take: 0 }),
      idempotencyKey: null,
    });
    await insertTake(tx, { subjectId: caller.subjectId, shotId, generationId: generation.id, number: 0 });
  }
  await appendEvent(tx, caller.subjectId, { type: "shoot", entityId: shootId, at: now });
  return shoot;
};
