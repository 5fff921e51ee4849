import { outputLimits } from "../studio/limits.ts";
import { maximumShotsOfShoot } from "./shoot-limits.ts";

const seeds = 2_147_483_647;
/** Some models count a seed up for each output of a request: two takes must stay further apart than that. */
const stride = outputLimits.maximum;

/**
 * The seed of one take, from the shoot's own: 1 to 2,147,483,647, since the provider reads 0 as random. No two takes of
 * a shoot share one, whichever shot they are of, in the first ten million takes of each shot.
 *
 * @param seed the shoot's own seed, at least 1
 * @param position the shot's place in the shoot, from 0
 * @param take 0 for the first
 * @example deriveTakeSeed(7, { position: 2, take: 0 }) // 15
 */
export const deriveTakeSeed = (
  seed: number,
  { position, take }: { readonly position: number; readonly take: number },
): number => ((seed - 1 + stride * (position + maximumShotsOfShoot * take)) % seeds) + 1;
