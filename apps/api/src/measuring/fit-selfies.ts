import { judgeSelfieSet, type SelfieSetVerdict, type SetSelfie } from "@selfsame/likeness";
import type { Keyring } from "../keys/keyring.ts";
import { openFace } from "./sealed-face.ts";
import type { SelfieMeasurementRow } from "./selfie-measurement.store.ts";

/**
 * Those of some measured selfies that show one face fit for training, opened. Faces that another version of the
 * networks saw are left out: they cannot be held against each other.
 */
export const fitSelfies = (
  keyring: Keyring,
  rows: readonly SelfieMeasurementRow[],
  modelVersion: string,
): SetSelfie[] =>
  rows.flatMap((row) => {
    const { selfieId, sealedFace, pictureHash, verdict } = row;
    if (sealedFace === null || pictureHash === null || verdict === "reject") return [];
    if (row.modelVersion !== modelVersion) return [];
    return [{ id: selfieId, observation: openFace(keyring, row, sealedFace), hash: pictureHash }];
  });

/** How some measured selfies stand as a set. */
export const judgeMeasuredSet = (
  keyring: Keyring,
  rows: readonly SelfieMeasurementRow[],
  modelVersion: string,
): SelfieSetVerdict => judgeSelfieSet(fitSelfies(keyring, rows, modelVersion));
