import type { GenerationView, PairView, ShootView } from "../views/views.ts";
import { laterGeneration } from "./subject-event.ts";

/** Puts a fresh generation into the shoot that it is the latest take of; any other shoot stays the very same. */
export function withTake(shoot: ShootView, fresh: GenerationView): ShootView {
  if (!shoot.shots.some(({ generation }) => generation?.id === fresh.id)) return shoot;
  const shots = shoot.shots.map((one) =>
    one.generation?.id === fresh.id ? { ...one, generation: laterGeneration(one.generation, fresh) } : one,
  );
  const takes = shots.flatMap(({ generation }) => (generation === null ? [] : [generation]));
  const openShots = takes.filter(({ endedAt }) => endedAt === null).length;
  const ends = takes.flatMap(({ endedAt }) => (endedAt === null ? [] : [endedAt])).toSorted();
  return {
    ...shoot,
    shots,
    endedAt: openShots === 0 ? (ends.at(-1) ?? shoot.endedAt) : null,
    progress: {
      asked: takes.reduce((sum, { outputs }) => sum + outputs, 0),
      ready: takes.reduce((sum, { portraits, putAway }) => sum + portraits.length + putAway, 0),
      openShots,
    },
  };
}

/** Puts a fresh generation into the pair that it is one of; any other pair stays the very same. */
export function withRun(pair: PairView, fresh: GenerationView): PairView {
  if (fresh.id === pair.plain.id) return { ...pair, plain: laterGeneration(pair.plain, fresh) };
  if (fresh.id === pair.enhanced.id) return { ...pair, enhanced: laterGeneration(pair.enhanced, fresh) };
  return pair;
}
