import type { GenerationWish, PresetChanges } from "../generations/plan-generation.ts";
import type { Shot } from "./collections/collection-schema.ts";
import { renderShot } from "./render-shot.ts";

/** What holds for every shot of a shoot. */
interface ShootSettings {
  /** Null for what holds where a wish names none. */
  readonly presetId: string | null;
  readonly changes: PresetChanges;
  readonly outputs: number;
}

/** A shot as a wish for a generation, on the preset and in the number that the shoot has. */
export const wishOfShot = (shot: Shot, settings: ShootSettings): GenerationWish => {
  const { brief, expression } = renderShot(shot);
  const { presetId, changes, outputs } = settings;
  return { service: "photoshoot", brief, expression, enhancement: "none", presetId, changes, outputs };
};
