import { sealRecipe } from "@selfsame/flux-core";
import { creditsPerPortrait } from "../credits/credit-settings.ts";
import { settleCredits } from "../credits/settle-credits.ts";
import { appendEvent } from "../events/event.store.ts";
import { insertPortraits, listPortraitsOf, listUsedHashes } from "../gallery/portrait.store.ts";
import { portraitKey, thumbnailKey, thumbnailSizes } from "../images/image-key.ts";
import { storeThumbnails } from "../images/store-thumbnails.ts";
import { appendEntry } from "../isolation/append-entry.ts";
import { findRunnable } from "../models/model.store.ts";
import type { Studio, SubjectTransaction } from "../studio/studio.ts";
import { type CopiedOutput, copyOutput } from "./copy-output.ts";
import { endStoring } from "./end-storing.ts";
import { findGeneration, type GenerationRow, lockGeneration } from "./generation.store.ts";
import type { GenerationProblem } from "./generation-problem.ts";

/**
 * Copies a generation's finished pictures into the studio's own storage, and ends it in one transaction with their
 * rows and the credits they cost. While one of them cannot be had yet, the others are the person's already. Safe to repeat.
 *
 * @throws NotStoredYet, StorageUnavailableError, ImageWorkFullError when it has to be tried again later
 */
export const storePortraits = async (
  studio: Studio,
  subjectId: string,
  generationId: string,
): Promise<void> => {
  const seen = await studio.actingAs(subjectId, async (tx) => ({
    row: await findGeneration(tx, generationId),
    portraits: await listPortraitsOf(tx, [generationId]),
  }));
  const { row, portraits } = seen;
  if (row === undefined || row.status !== "storing" || row.outputUrls === null) return;
  const copies = await Promise.allSettled(
    row.outputUrls
      .map((url, outputIndex) => ({ url, outputIndex }))
      .filter((output) => portraits.every(({ outputIndex }) => outputIndex !== output.outputIndex))
      .map(({ url, outputIndex }) => copyOutput(studio, row, url, outputIndex)),
  );
  const outcomes = copies.flatMap((copy) => (copy.status === "fulfilled" ? [copy.value] : []));
  const copied = outcomes.filter((outcome) => "portrait" in outcome);
  const problem = outcomes.find((outcome) => "problem" in outcome)?.problem ?? null;
  const failure = copies.find((copy) => copy.status === "rejected");
  await record(studio, row, copied, failure === undefined ? { problem } : "not-yet");
  for (const { portrait } of copied) {
    const key = portraitKey(subjectId, portrait.sha256, portrait.contentType);
    // The originals are on the page already; a missing thumbnail is made when it is first asked for.
    await storeThumbnails(studio.images, studio.imageWork, key, portrait.bytes).catch((error: unknown) =>
      studio.log.warn({ error, generationId }, "thumbnails were not made yet"),
    );
  }
  await deleteCopiesOfRemoved(studio, subjectId, copied);
  if (failure !== undefined) throw failure.reason;
};

/** Whoever removed a portrait in the meantime could not see the smaller copies that were not there yet. */
const deleteCopiesOfRemoved = async (
  studio: Studio,
  subjectId: string,
  copied: readonly CopiedOutput[],
): Promise<void> => {
  const hashes = copied.map(({ portrait }) => portrait.sha256);
  const used = await studio.actingAs(subjectId, (tx) => listUsedHashes(tx, hashes));
  const left = copied.flatMap(({ portrait: { sha256, contentType } }) =>
    used.has(sha256)
      ? []
      : thumbnailSizes.map((size) => thumbnailKey(portraitKey(subjectId, sha256, contentType), size)),
  );
  if (left.length > 0) await studio.images.deleteMany(left);
};

const record = (
  studio: Studio,
  seen: GenerationRow,
  copied: readonly CopiedOutput[],
  end: { readonly problem: GenerationProblem | null } | "not-yet",
): Promise<void> =>
  studio.actingAs(seen.subjectId, async (tx) => {
    const row = await lockGeneration(tx, seen.id);
    if (row === undefined || row.status !== "storing") return;
    if (copied.length > 0) await addPortraits(studio, tx, row, copied);
    if (end !== "not-yet") return endStoring(studio, tx, row, end.problem);
    if (copied.length > 0)
      await appendEvent(tx, row.subjectId, {
        type: "generation",
        entityId: row.id,
        at: studio.clock.now(),
      });
  });

const addPortraits = async (
  studio: Studio,
  tx: SubjectTransaction,
  row: GenerationRow,
  copied: readonly CopiedOutput[],
): Promise<void> => {
  const model = await findRunnable(tx, row.trainingId);
  if (model === undefined || model.version === null)
    throw new Error(`Generation ${row.id} has lost its model`);
  const recipe = sealRecipe({
    formatVersion: 1,
    generationId: row.id,
    subjectNumber: model.subjectNumber,
    model: model.name,
    version: model.version,
    trigger: model.triggerWord,
    prompt: row.prompt,
    preset: { id: row.presetId, version: row.presetVersion },
    enhancement: row.enhancement,
    input: row.input,
  });
  if (!recipe.ok)
    throw new Error(`The recipe of generation ${row.id} cannot be sealed: ${recipe.error.message}`);
  const createdAt = studio.clock.now();
  const stored = await insertPortraits(
    tx,
    copied.map(({ outputIndex, portrait }) => ({
      id: studio.identifiers.next(),
      subjectId: row.subjectId,
      generationId: row.id,
      outputIndex,
      sha256: portrait.sha256,
      sizeBytes: portrait.sizeBytes,
      contentType: portrait.contentType,
      width: portrait.width,
      height: portrait.height,
      placeholderHash: portrait.placeholderHash,
      recipe: recipe.value,
      simulated: row.simulated,
      createdAt,
    })),
  );
  const work = { kind: "generation", id: row.id } as const;
  await settleCredits(studio, tx, row.subjectId, work, copied.length * creditsPerPortrait);
  if (stored.length === 0) return;
  await appendEntry(studio, tx, row.subjectId, {
    kind: "portraits-stored",
    rows: stored.map((portrait) => ({ table: "portraits", part: "made", row: portrait })),
    sent: { model: model.name, version: model.version, imageHashes: stored.map(({ sha256 }) => sha256) },
  });
  if (studio.faces === null) return;
  for (const { id } of stored) {
    await studio.jobs.enqueue(tx, "score-portrait", { subjectId: row.subjectId, portraitId: id });
  }
};
