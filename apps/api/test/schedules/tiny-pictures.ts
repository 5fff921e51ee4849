import type { PortraitPainter, PortraitRequest } from "@selfsame/replicate-simulator";
import sharp from "sharp";
import { sha256Hex } from "../../src/images/sha256-hex.ts";
import { pngChunk } from "../images/png-chunk.ts";

/** Paints the smallest pictures that pass for portraits, no two alike, and knows what it painted. */
export interface TinyPictures {
  readonly painter: PortraitPainter;
  /** The hashes of the pictures that were painted for one prompt and seed, by their index. */
  readonly paintedFor: (prompt: string, seed: number) => ReadonlyMap<number, string>;
}

/** The length of a PNG's last chunk, which is always the same. */
const endBytes = 12;
const blank = sharp({ create: { width: 256, height: 342, channels: 3, background: "#8a7c6f" } })
  .png()
  .toBuffer();

/** A picture that differs from every other by a comment before its end. */
async function picture(comment: string): Promise<Buffer> {
  const base = await blank;
  const text = pngChunk("tEXt", Buffer.from(`Comment\0SIMULATED ${comment}`, "latin1"));
  return Buffer.concat([base.subarray(0, -endBytes), text, base.subarray(-endBytes)]);
}

/** Starts with nothing painted. */
export function tinyPictures(): TinyPictures {
  const painted = new Map<string, Map<number, string>>();
  const keyOf = ({ prompt, seed }: Pick<PortraitRequest, "prompt" | "seed">) => `${seed} ${prompt}`;
  return {
    painter: async (request) => {
      const bytes = await picture(
        `${request.seed} ${request.index} ${sha256Hex(Buffer.from(request.prompt))}`,
      );
      const key = keyOf(request);
      const known = painted.get(key) ?? new Map<number, string>();
      painted.set(key, known.set(request.index, sha256Hex(bytes)));
      return bytes;
    },
    paintedFor: (prompt, seed) => painted.get(keyOf({ prompt, seed })) ?? new Map(),
  };
}
