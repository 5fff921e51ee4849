import { presets, type Preset } from "./presets.ts";
import type { Service } from "./service.ts";

/**
 * The preset a service starts from: `natural-expression`, for every service.
 *
 * @example
 * presetFor("maya").id; // "natural-expression"
 */
export function presetFor(_service: Service): Preset {
  return presets["natural-expression"];
}
