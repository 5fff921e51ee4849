import { seededIdentifiers } from "../schedules/seeded-identifiers.ts";
import type { Draw } from "./draw.ts";
import { planFaults } from "./plan-faults.ts";
import { type PlannedProcesses, planStrikes, type Strike } from "./plan-strikes.ts";
import type { TortureSettings } from "./torture-settings.ts";

/** One generation that somebody will ask for. */
export interface PlannedGeneration {
  /** Which of the people asks, from 0. */
  readonly person: number;
  readonly atMs: number;
  /** No other has this brief, nor this seed: by them it is found in the provider's list. */
  readonly brief: string;
  readonly seed: number;
  readonly outputs: number;
  /** How long after it was asked for it is cancelled; null when it is not. */
  readonly cancelAfterMs: number | null;
}

/** Everything that will happen, each at its time since the storm began. */
export interface TorturePlan {
  readonly generations: readonly PlannedGeneration[];
  readonly strikes: readonly Strike[];
}

/** One in so many is cancelled by who asked for it. */
const canceledOneIn = 12;
const lastAskedShare = 0.9;

/** The same settings give the same plan. */
export function planTorture(settings: TortureSettings, studio: PlannedProcesses): TorturePlan {
  const draw: Draw = seededIdentifiers(settings.seed).randomWhole;
  const generations = Array.from({ length: settings.generations }, (_, number): PlannedGeneration => ({
    person: number % settings.people,
    atMs: draw(0, Math.floor(settings.stormMs * lastAskedShare)),
    brief: `calm, scene ${number} of the storm`,
    seed: 1_000 + number,
    outputs: draw(1, 10) <= 6 ? 1 : draw(2, 4),
    cancelAfterMs: draw(1, canceledOneIn) === 1 ? draw(0, 2_500) : null,
  }));
  return {
    generations: generations.toSorted((a, b) => a.atMs - b.atMs),
    strikes: [...planStrikes(settings, studio, draw), ...planFaults(settings, draw)].toSorted(
      (a, b) => a.atMs - b.atMs,
    ),
  };
}
