import { calibrations } from "@selfsame/likeness";
import { appendEvent } from "../events/event.store.ts";
import { findPortrait, type PortraitWithBrief } from "../gallery/portrait.store.ts";
import { findGeneration, type GenerationRow } from "../generations/generation.store.ts";
import { portraitKey, type StoredContentType } from "../images/image-key.ts";
import { findTraining } from "../models/model.store.ts";
import { listTrainingSetEntries } from "../selfies/training-set.store.ts";
import type { SubjectTransaction } from "../studio/studio.ts";
import { depictionOf } from "./depiction-of.ts";
import type { Faces } from "./faces.ts";
import { gatherReferences } from "./gather-references.ts";
import { measureSelfie, type MeasuringParts, requireAnswer } from "./measure-selfie.ts";
import { NotMeasuredYet } from "./not-measured-yet.ts";
import { findScore, type PortraitScoreRow, saveScore } from "./portrait-score.store.ts";
import { raiseAnotherPersonAlarm } from "./raise-another-person-alarm.ts";
import { reasonBeforehand, scorePicture } from "./score-picture.ts";
import { smileTargetOf } from "./smile-target.ts";

interface PortraitToScore {
  readonly portrait: PortraitWithBrief;
  readonly generation: GenerationRow;
  readonly trainingSetId: string;
  readonly selfieIds: readonly string[];
}

/**
 * Measures one stored portrait against its subject's own selfies, unless the networks and constants of today have done
 * so: selfies that they have not seen yet come first. Whoever looks at the portrait is told. Safe to repeat.
 *
 * @throws NotMeasuredYet when the networks did not answer; StorageUnavailableError
 */
export const scorePortrait = async (
  parts: MeasuringParts,
  subjectId: string,
  portraitId: string,
): Promise<void> => {
  const { faces } = parts;
  if (faces === null) return;
  const found = await parts.readingAs(subjectId, (tx) => findPortraitToScore(tx, faces, portraitId));
  if (found === undefined) return;
  const unanswered = await measureSelfies(parts, subjectId, found.selfieIds);
  const { portrait, generation, trainingSetId } = found;
  const references = await parts.readingAs(subjectId, (tx) =>
    gatherReferences(parts, tx, { subjectId, trainingSetId }, faces.modelVersion),
  );
  // One selfie that ends the networks is done without; with none answered, nothing can be said yet.
  if (references.length === 0 && unanswered !== undefined) throw unanswered;
  const depiction = depictionOf({ drawn: portrait.simulated });
  // What cannot be compared is not looked at.
  const seen =
    reasonBeforehand({ depiction, references }) === null ? await seePortrait(parts, faces, portrait) : null;
  const figures = scorePicture({
    seen,
    depiction,
    references,
    target: smileTargetOf(generation.expression),
    modelVersion: faces.modelVersion,
  });
  const row: PortraitScoreRow = { ...figures, portraitId, subjectId, measuredAt: parts.clock.now() };
  const before = await parts.actingAs(subjectId, async (tx) => {
    if ((await findPortrait(tx, portraitId)) === undefined) return undefined;
    const earlier = await findScore(tx, portraitId);
    // No answer takes the place of an earlier one.
    if (row.modelVersion === null && earlier !== undefined) return undefined;
    await saveScore(tx, row);
    await appendEvent(tx, subjectId, { type: "portrait", entityId: portraitId, at: row.measuredAt });
    return { earlier };
  });
  if (before !== undefined) raiseAnotherPersonAlarm(parts.log, portrait, row, before.earlier);
  if (seen !== null) requireAnswer(seen.analysis);
};

/** Measures those selfies that were not measured yet; what the first was left with that had no answer. */
const measureSelfies = async (
  parts: MeasuringParts,
  subjectId: string,
  selfieIds: readonly string[],
): Promise<NotMeasuredYet | undefined> => {
  let unanswered: NotMeasuredYet | undefined;
  for (const selfieId of selfieIds) {
    try {
      await measureSelfie(parts, subjectId, selfieId);
    } catch (error) {
      if (!(error instanceof NotMeasuredYet)) throw error;
      unanswered ??= error;
    }
  }
  return unanswered;
};

const findPortraitToScore = async (
  tx: SubjectTransaction,
  faces: Faces,
  portraitId: string,
): Promise<PortraitToScore | undefined> => {
  const portrait = await findPortrait(tx, portraitId);
  if (portrait === undefined || isOfToday(await findScore(tx, portraitId), faces)) return undefined;
  const generation = await findGeneration(tx, portrait.generationId);
  const training = generation === undefined ? undefined : await findTraining(tx, generation.trainingId);
  if (generation === undefined || training === undefined) return undefined;
  const { trainingSetId } = training;
  const entries = await listTrainingSetEntries(tx, trainingSetId);
  return { portrait, generation, trainingSetId, selfieIds: entries.map(({ selfieId }) => selfieId) };
};

/** Versions of the constants that scores are made with today. */
export const currentCalibrations: readonly string[] = Object.values(calibrations).map(
  ({ version }) => version,
);

const isOfToday = (score: PortraitScoreRow | undefined, { modelVersion }: Faces): boolean =>
  score !== undefined &&
  score.modelVersion === modelVersion &&
  (score.calibration === null || currentCalibrations.includes(score.calibration));

const seePortrait = async (
  { images }: MeasuringParts,
  faces: Faces,
  { subjectId, sha256, contentType }: PortraitWithBrief,
) => {
  // Safe: the store holds no other types, and the row was written from what was stored.
  const key = portraitKey(subjectId, sha256, contentType as StoredContentType);
  const image = await images.get(key);
  if (image === undefined) throw new Error(`The picture ${key} is written down and not in storage`);
  return faces.see(image.bytes);
};
