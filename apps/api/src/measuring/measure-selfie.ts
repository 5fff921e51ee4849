import type { FaceAnalysis } from "@selfsame/likeness";
import { appendEvent } from "../events/event.store.ts";
import { selfieKey } from "../images/image-key.ts";
import { findSelfie } from "../selfies/selfie.store.ts";
import type { Studio } from "../studio/studio.ts";
import { depictionOf } from "./depiction-of.ts";
import { judgeSelfie } from "./judge-selfie.ts";
import { NotMeasuredYet } from "./not-measured-yet.ts";
import { sealFace } from "./sealed-face.ts";
import { findSelfieMeasurement, saveSelfieMeasurement } from "./selfie-measurement.store.ts";

/** What of the studio measuring works with. */
export type MeasuringParts = Pick<
  Studio,
  "actingAs" | "readingAs" | "faces" | "images" | "keyring" | "clock" | "log"
>;

/**
 * Judges one selfie and keeps its face, encrypted, unless the networks of today have done so. Safe to repeat.
 *
 * @throws NotMeasuredYet when the networks did not answer; StorageUnavailableError
 */
export const measureSelfie = async (
  parts: MeasuringParts,
  subjectId: string,
  selfieId: string,
): Promise<void> => {
  const { faces, keyring, clock } = parts;
  if (faces === null) return;
  const found = await parts.readingAs(subjectId, async (tx) => ({
    selfie: await findSelfie(tx, selfieId),
    measured: await findSelfieMeasurement(tx, selfieId),
  }));
  const { selfie } = found;
  if (selfie === undefined || found.measured?.modelVersion === faces.modelVersion) return;
  const image = await parts.images.get(selfieKey(subjectId, selfie.sha256));
  // Removed meanwhile: storage goes after the row.
  if (image === undefined) return;
  const seen = await faces.see(image.bytes);
  const { verdict, issues, face, pictureHash, modelVersion } = judgeSelfie(
    seen,
    depictionOf(selfie),
    faces.modelVersion,
  );
  await parts.actingAs(subjectId, async (tx) => {
    if ((await findSelfie(tx, selfieId)) === undefined) return;
    // No answer takes the place of an earlier one.
    if (modelVersion === null && (await findSelfieMeasurement(tx, selfieId)) !== undefined) return;
    await saveSelfieMeasurement(tx, {
      selfieId,
      subjectId,
      verdict,
      issues,
      pictureHash,
      sealedFace: face === null ? null : sealFace(keyring, { subjectId, selfieId }, face),
      modelVersion,
      measuredAt: clock.now(),
    });
    await appendEvent(tx, subjectId, { type: "selfies", entityId: selfieId, at: clock.now() });
  });
  requireAnswer(seen.analysis);
};

/** What may pass by itself is tried again; networks that are not installed are not. */
export const requireAnswer = (analysis: FaceAnalysis): void => {
  if (analysis.analyzed || analysis.cause === "bad-picture" || analysis.cause === "models-missing") return;
  throw new NotMeasuredYet(`The face networks did not answer: ${analysis.cause}`);
};
