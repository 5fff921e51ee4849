import {
  drawFace,
  genericIdentity,
  identityFromSeed,
  type Identity,
  type Label,
  mixIdentities,
} from "@selfsame/drawn-faces";
import { encodePicture } from "./encode-picture.ts";
import { namesTrigger } from "./names-trigger.ts";
import type { PortraitRequest } from "./portrait-painter.ts";
import { plainGuidance, portraitScene } from "./portrait-scene.ts";

/** How much closer to the trained face each unit of guidance comes. */
const sharePerGuidance = 0.015;

/** fp8 matches a trained face less well. */
const fastShare = 0.94;

/**
 * Draws a portrait: the trained person when the prompt names the trigger word, otherwise a generic one; framing,
 * light, place, clothes and expression from the prompt, the rest from the seed. The same request gives the same
 * bytes; `variation` is what sets a `go_fast` picture apart from the next one.
 */
export function drawPortrait(request: PortraitRequest): Promise<Buffer> {
  const { face, prompt, width: widthPixels, height: heightPixels } = request;
  const shown = face !== null && namesTrigger(prompt, face.triggerWord) ? face : null;
  const label: Label = shown?.fromMark === false ? "SIMULATED · NOT THIS PERSON" : "SIMULATED";
  const identity: Identity =
    shown === null
      ? genericIdentity
      : mixIdentities(genericIdentity, identityFromSeed(shown.identitySeed), shareOf(request, shown.share));
  const svg = drawFace({ identity, scene: portraitScene(request), widthPixels, heightPixels, label });
  return encodePicture(svg, { format: request.format, quality: request.quality, label });
}

function shareOf(request: PortraitRequest, trained: number): number {
  const applied = Math.min(1, Math.max(0, request.loraScale)) * (request.goFast ? fastShare : 1);
  const guided = trained + sharePerGuidance * (request.guidance - plainGuidance);
  return Math.min(1, Math.max(0, guided * applied));
}
