import { randomInt } from "node:crypto";
import sharp from "sharp";
import type { SignedUp } from "./sign-up.ts";

/** A form with one photo, as the page sends it. */
export function uploadForm(bytes: Uint8Array, fileName = "me.jpg"): FormData {
  const form = new FormData();
  form.set("file", new File([new Uint8Array(bytes)], fileName));
  return form;
}

/** A small photo of a plain colour that no other photo has. */
export function plainPhoto(width = 512, height = 640): Promise<Buffer> {
  const [r, g, b] = [randomInt(256), randomInt(256), randomInt(256)];
  return sharp({ create: { width, height, channels: 3, background: { r, g, b } } })
    .png()
    .toBuffer();
}

/** Uploads plain photos, five as a training needs them, and gives their ids. */
export async function uploadSelfies({ api }: SignedUp, count = 5): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const { id } = await api.selfies.add.mutate(uploadForm(await plainPhoto(), `photo-${index + 1}.png`));
    ids.push(id);
  }
  return ids;
}
