import { type PresetId, presets } from "@selfsame/flux-core";
import { z } from "zod";

/** So many portraits may be named at once: more than a person marks, less than a transaction minds. */
export const maximumPortraitsAtOnce = 500;

/** Some portraits of the caller's, by their ids. */
export const portraitIdsInput = z.array(z.uuid()).min(1).max(maximumPortraitsAtOnce);

/** A moment in a request: years that every database takes. */
export const momentInput = z.iso
  .datetime()
  .refine((text) => Date.parse(text) >= 0, "There is nothing from before 1970")
  .transform((text) => new Date(text));

/** One of the presets that there are. */
export const presetIdInput = z.string().refine((id): id is PresetId => Object.hasOwn(presets, id), {
  error: `There is no such preset; there are ${Object.keys(presets).join(", ")}`,
});
