import { services } from "@selfsame/flux-core";
import { z } from "zod";
import type { PortraitWithBrief } from "./portrait.store.ts";

/** A portrait as a page shows it; its pictures are at `/images/portraits/{id}/{size}`. */
export const portraitView = z.object({
  id: z.uuid(),
  generationId: z.uuid(),
  index: z.number(),
  width: z.number(),
  height: z.number(),
  contentType: z.string(),
  placeholderHash: z.string(),
  kept: z.boolean(),
  simulated: z.boolean(),
  createdAt: z.iso.datetime(),
  /** When it was put into the trash; null while it hangs. */
  trashedAt: z.iso.datetime().nullable(),
  brief: z.string(),
  service: z.enum(services),
  presetId: z.string(),
});

/** Puts a portrait into the page's form. */
export const toPortraitView = (portrait: PortraitWithBrief): z.infer<typeof portraitView> => ({
  id: portrait.id,
  generationId: portrait.generationId,
  index: portrait.outputIndex,
  width: portrait.width,
  height: portrait.height,
  contentType: portrait.contentType,
  placeholderHash: portrait.placeholderHash,
  kept: portrait.kept,
  simulated: portrait.simulated,
  createdAt: portrait.createdAt.toISOString(),
  trashedAt: portrait.trashedAt?.toISOString() ?? null,
  brief: portrait.brief,
  service: portrait.service,
  presetId: portrait.presetId,
});
