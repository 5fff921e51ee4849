import { drawnSelfies, type DrawnSelfie, identityFromSeed } from "@selfsame/drawn-faces";
import sharp from "sharp";
import { isDomainError } from "../errors/domain-error.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { addSelfie } from "./add-selfie.ts";

const setSize = 12;
const jpegQuality = 92;

/**
 * Adds the drawn set: twelve drawn selfies of one drawn person, chosen by the account, through the same door as any
 * upload. Those that are there already stay as they are.
 *
 * @throws DomainError those of `addSelfie`, the duplicate excepted
 */
export const addDrawnSelfies = async (studio: Studio, caller: Caller): Promise<void> => {
  const drawings = drawnSelfies(identityFromSeed(caller.subjectNumber), setSize);
  await Promise.all(drawings.map((drawing) => addDrawing(studio, caller, drawing)));
};

/** Pictures wait for their turn in the studio's bounded queue, so drawing and storing overlap and memory stays small. */
const addDrawing = async (studio: Studio, caller: Caller, { fileName, svg }: DrawnSelfie): Promise<void> => {
  const bytes = await studio.imageWork.run(() =>
    sharp(Buffer.from(svg)).jpeg({ quality: jpegQuality }).toBuffer(),
  );
  try {
    await addSelfie(studio, caller, { fileName, bytes, drawn: true });
  } catch (error) {
    if (!isDomainError(error) || error.code !== "selfie_duplicate") throw error;
  }
};
