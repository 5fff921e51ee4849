import type { z } from "zod";
import { lockSubject } from "../account/account.store.ts";
import { DomainError } from "../errors/domain-error.ts";
import { appendEvent } from "../events/event.store.ts";
import { createGenerationIn } from "../generations/create-generation-in.ts";
import { findGeneration, findGenerationByKey } from "../generations/generation.store.ts";
import { noteRefusal } from "../isolation/note-refusal.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { deriveTakeSeed } from "./derive-take-seed.ts";
import { findShoot, findShot, insertTake, listTakesOf } from "./shoot.store.ts";
import { readShootViews, type shootView } from "./shoot-view.ts";
import { wishOfShot } from "./wish-of-shot.ts";

/**
 * Takes a shot again, as a new generation with a seed of its own, at the same price. The earlier takes stay. The same
 * idempotency key gives the same take again.
 *
 * @throws DomainError `not_found`, `shot_under_way` while the latest take has not ended, and those of
 *   `createGenerationIn`
 */
export const retakeShot = async (
  studio: Studio,
  caller: Caller,
  { shotId, idempotencyKey }: { readonly shotId: string; readonly idempotencyKey: string },
): Promise<z.infer<typeof shootView>> =>
  noteRefusal(studio, caller.subjectId, () =>
    studio.actingAs(caller.subjectId, async (tx) => {
      await lockSubject(tx, caller.subjectId);
      const row = await findShot(tx, shotId);
      const shoot = row === undefined ? undefined : await findShoot(tx, row.shootId);
      if (row === undefined || shoot === undefined) throw new DomainError("not_found", { what: "shot" });
      // A key that was used before makes nothing new.
      if ((await findGenerationByKey(tx, idempotencyKey)) === undefined) {
        const latest = (await listTakesOf(tx, [shotId])).at(-1);
        const underWay = latest === undefined ? undefined : await findGeneration(tx, latest.generationId);
        if (underWay !== undefined && underWay.endedAt === null) throw new DomainError("shot_under_way", {});
        const number = (latest?.number ?? -1) + 1;
        const { id: generationId } = await createGenerationIn(studio, tx, caller, {
          ...wishOfShot(row.shot, shoot),
          seed: deriveTakeSeed(shoot.seed, { position: row.position, take: number }),
          idempotencyKey,
        });
        await insertTake(tx, { subjectId: caller.subjectId, shotId, generationId, number });
        const at = studio.clock.now();
        await appendEvent(tx, caller.subjectId, { type: "shoot", entityId: shoot.id, at });
      }
      const [view] = await readShootViews(tx, [shoot]);
      if (view === undefined) throw new Error(`Shoot ${shoot.id} cannot be read`);
      return view;
    }),
  );
