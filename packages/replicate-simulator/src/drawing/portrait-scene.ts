import { type Scene, sceneFromPrompt } from "@selfsame/drawn-faces";
import { SeededRandom } from "../random/seeded-random.ts";
import type { PortraitRequest } from "./portrait-painter.ts";

/** Guidance at which a face smiles as the prompt says; the preset in use before drew at this value. */
export const plainGuidance = 2.8;

/** How much wider the smile (0 to 1) is for each unit of guidance above that. */
const smilePerGuidance = 0.14;

/** Fewer denoising steps than this leave noise in the picture. */
const cleanSteps = 12;

/**
 * What a portrait shows: the prompt's words, the seed for what they leave open, and a smile that grows with guidance.
 * The first picture of a request has the request's seed, the others one derived from it.
 */
export function portraitScene(request: PortraitRequest): Scene {
  const seed = pictureSeed(request.seed, `picture ${request.index}`, request.index === 0);
  const scene = sceneFromPrompt(request.prompt, seed);
  const smile = clamp(scene.smile + smilePerGuidance * (request.guidance - plainGuidance));
  const texture = request.extraLora === null ? 0 : 0.25 * clamp(request.extraLora.scale);
  const noise = 0.05 * Math.max(0, cleanSteps - request.inferenceSteps);
  return {
    ...scene,
    smile,
    squint: Math.max(scene.squint, 0.7 * Math.max(0, smile - 0.55)),
    grain: clamp(scene.grain + texture + noise),
    seed: request.variation === null ? seed : pictureSeed(seed, request.variation, false),
  };
}

function pictureSeed(seed: number, name: string, same: boolean): number {
  return same
    ? seed
    : SeededRandom.from(seed)
        .fork(name)
        .below(2 ** 31);
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
