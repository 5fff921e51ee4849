import { creditsPerPortrait } from "../credits/credit-settings.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { chooseShots } from "./choose-shots.ts";
import { type SecondsRange, expectedTime } from "./expected-time.ts";
import { requireCollection } from "./require-collection.ts";
import { listShootTimes } from "./shoot-times.store.ts";

const shootsLookedAt = 50;

/** What a shoot would make, cost and take. */
export interface ShootEstimate {
  readonly shots: number;
  readonly portraits: number;
  readonly credits: number;
  /** From this studio's own latest shoots; null where there were too few to know. */
  readonly time: SecondsRange | null;
}

/**
 * What a shoot would cost, and how long it is likely to take.
 *
 * @throws DomainError `not_found`
 */
export const estimateShoot = (
  studio: Studio,
  caller: Caller,
  wish: {
    readonly collectionId: string;
    readonly shotIds: readonly string[] | null;
    readonly outputs: number;
  },
): Promise<ShootEstimate> =>
  studio.readingAs(caller.subjectId, async (tx) => {
    const shots = chooseShots(await requireCollection(tx, wish.collectionId), wish.shotIds);
    const portraits = shots.length * wish.outputs;
    const times = await listShootTimes(tx, {
      simulated: studio.settings.simulated,
      outputs: wish.outputs,
      atMost: shootsLookedAt,
    });
    return {
      shots: shots.length,
      portraits,
      credits: portraits * creditsPerPortrait,
      time: expectedTime(shots.length, times),
    };
  });
