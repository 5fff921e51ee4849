import type { Keyring } from "../keys/keyring.ts";
import type { SubjectTransaction } from "../studio/studio.ts";
import { resealFace } from "./sealed-face.ts";
import { listSelfieMeasurements, updateSealedFace } from "./selfie-measurement.store.ts";

/**
 * Brings the faces of a subject's selfies under the studio's newest key.
 *
 * @throws SealedBytesError when a key that is still needed is not in the list
 */
export const resealFaces = async (
  keyring: Keyring,
  tx: SubjectTransaction,
  subjectId: string,
): Promise<void> => {
  for (const row of await listSelfieMeasurements(tx, subjectId)) {
    const { selfieId, sealedFace } = row;
    if (sealedFace !== null) await updateSealedFace(tx, selfieId, resealFace(keyring, row, sealedFace));
  }
};
