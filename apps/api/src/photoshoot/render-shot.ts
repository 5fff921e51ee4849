import type { Expression } from "@selfsame/flux-core";
import { type Framing, framings, type Shot } from "./collections/collection-schema.ts";

/** A shot as a generation takes it. */
export interface RenderedShot {
  readonly brief: string;
  readonly expression: Expression;
  readonly framing: Framing;
}

/**
 * Writes a shot as a brief: framing and moment first, because FLUX weighs what comes first, then clothes, place,
 * light and lens, one clause each. The expression goes beside it; the prompt has its own place for that.
 *
 * @example
 * renderShot(shot).brief;
 * // "half-length portrait leaning on the rail, grey wool coat, empty pier, low sun from the left, 50mm lens"
 */
export const renderShot = (shot: Omit<Shot, "id" | "title">): RenderedShot => ({
  brief: [`${framings[shot.framing]} ${shot.moment}`, shot.clothes, shot.place, shot.light, shot.lens].join(
    ", ",
  ),
  expression: shot.expression,
  framing: shot.framing,
});
