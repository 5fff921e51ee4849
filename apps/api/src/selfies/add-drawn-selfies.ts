import { drawnSelfies, identityFromSeed } from "@selfsame/drawn-faces";
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
  const identity = identityFromSeed(caller.subjectNumber);
  for (const { fileName, svg } of drawnSelfies(identity, setSize)) {
    const bytes = await studio.imageWork.run(() =>
      sharp(Buffer.from(svg)).jpeg({ quality: jpegQuality }).toBuffer(),
    );
    try {
      await addSelfie(studio, caller, { fileName, bytes, drawn: true });
    } catch (error) {
      if (!isDomainError(error) || error.code !== "selfie_duplicate") throw error;
    }
  }
};
