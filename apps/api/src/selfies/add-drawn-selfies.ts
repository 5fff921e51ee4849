import { drawnSelfies, type DrawnSelfie, identityFromSeed } from "@selfsame/drawn-faces";
import sharp from "sharp";
import { requireConsent } from "../account/require-consent.ts";
import { isDomainError } from "../errors/domain-error.ts";
import type { Caller } from "../studio/caller.ts";
import { withPictureFailures } from "../studio/picture-failures.ts";
import type { Studio } from "../studio/studio.ts";
import { addSelfie } from "./add-selfie.ts";
import { listSelfieRows } from "./selfie.store.ts";

const setSize = 12;
const jpegQuality = 92;

/**
 * Adds the drawn set: twelve drawn selfies of one drawn person, chosen by the account, through the same door as any
 * upload. Those that are there already stay as they are.
 *
 * @throws DomainError those of `addSelfie`, the duplicate excepted
 */
export const addDrawnSelfies = async (studio: Studio, caller: Caller): Promise<void> => {
  const present = await studio.actingAs(caller.subjectId, async (tx) => {
    // Drawing takes its time; who may not add is told before.
    await requireConsent(tx, caller.subjectId);
    return listSelfieRows(tx, caller.subjectId);
  });
  const drawnNames = new Set(present.filter(({ drawn }) => drawn).map(({ fileName }) => fileName));
  const drawings = drawnSelfies(identityFromSeed(caller.subjectNumber), setSize);
  const missing = drawings.filter(({ fileName }) => !drawnNames.has(fileName));
  await Promise.all(missing.map((drawing) => addDrawing(studio, caller, drawing)));
};

/** Pictures wait for their turn in the studio's bounded queue, so drawing and storing overlap and memory stays small. */
const addDrawing = async (studio: Studio, caller: Caller, { fileName, svg }: DrawnSelfie): Promise<void> => {
  const bytes = await withPictureFailures(studio, () =>
    studio.imageWork.run(() => sharp(Buffer.from(svg)).jpeg({ quality: jpegQuality }).toBuffer()),
  );
  try {
    await addSelfie(studio, caller, { fileName, bytes, drawn: true });
  } catch (error) {
    if (!isDomainError(error) || error.code !== "selfie_duplicate") throw error;
  }
};
