import { generationAfter, sealRecipe } from "@selfsame/flux-core";
import { appendEvent } from "../events/event.store.ts";
import { insertPortraits, listPortraitsOf } from "../gallery/portrait.store.ts";
import { acceptPortrait, type AcceptedPortrait, portraitExpectations } from "../images/accept-portrait.ts";
import { portraitKey, type StoredContentType } from "../images/image-key.ts";
import { storeThumbnails } from "../images/store-thumbnails.ts";
import { verifyStored } from "../images/verify-stored.ts";
import { findRunnable } from "../models/model.store.ts";
import type { Studio } from "../studio/studio.ts";
import { endGeneration } from "./end-generation.ts";
import { findGeneration, type GenerationRow, lockGeneration, updateGeneration } from "./generation.store.ts";
import type { GenerationProblem } from "./generation-problem.ts";

/** Thrown to have the job tried again: the provider's copy could not be fetched or the studio's own storage failed. */
export class NotStoredYet extends Error {
  override readonly name = "NotStoredYet";
}

interface StoredOutput {
  readonly outputIndex: number;
  readonly portrait: AcceptedPortrait;
}

type Outcome = StoredOutput | { readonly outputIndex: number; readonly problem: GenerationProblem };

const contentTypes: Record<string, StoredContentType> = {
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
};

/**
 * Copies a generation's finished pictures into the studio's own storage, checked and addressed by content, and ends
 * it in one transaction with their rows. Safe to repeat: what is stored already is stored again under the same key.
 *
 * @throws NotStoredYet when it has to be tried again later
 */
export const storePortraits = async (
  studio: Studio,
  subjectId: string,
  generationId: string,
): Promise<void> => {
  const row = await studio.actingAs(subjectId, (tx) => findGeneration(tx, generationId));
  if (row === undefined || row.status !== "storing" || row.outputUrls === null) return;
  const outcomes = await Promise.all(
    row.outputUrls.map((url, outputIndex) => storeOutput(studio, row, url, outputIndex)),
  );
  const stored = outcomes.filter((outcome) => "portrait" in outcome);
  const problem = outcomes.find((outcome) => "problem" in outcome)?.problem ?? null;
  await finish(studio, row, stored, problem);
  for (const { portrait } of stored) {
    const key = portraitKey(subjectId, portrait.sha256, portrait.contentType);
    // The originals are on the page already; a missing thumbnail is made when it is first asked for.
    await storeThumbnails(studio.images, studio.imageWork, key, portrait.bytes).catch((error: unknown) =>
      studio.log.warn({ error, generationId }, "thumbnails were not made yet"),
    );
  }
};

const storeOutput = async (
  studio: Studio,
  row: GenerationRow,
  url: string,
  outputIndex: number,
): Promise<Outcome> => {
  const download = await studio.download(url);
  if (download.outcome === "failed") {
    studio.log.warn(
      { generationId: row.id, outputIndex, ...download },
      "a finished picture could not be fetched",
    );
    if (download.code === "expired") return { outputIndex, problem: "outputs-expired" };
    if (download.code === "unavailable" || download.code === "timeout")
      throw new NotStoredYet(download.logOnly);
    return { outputIndex, problem: "outputs-unusable" };
  }
  const contentType = contentTypes[String(row.input["output_format"])] ?? "image/png";
  const portrait = await acceptPortrait(
    download.bytes,
    { ...portraitExpectations, contentType },
    studio.imageWork,
  );
  if (!portrait.ok) {
    studio.log.warn(
      { generationId: row.id, outputIndex, refusal: portrait.error },
      "a delivered file is no portrait",
    );
    return {
      outputIndex,
      problem: portrait.error.code === "portrait_black" ? "content-withheld" : "outputs-unusable",
    };
  }
  const { sha256, bytes } = portrait.value;
  const key = portraitKey(row.subjectId, sha256, contentType);
  await studio.images.put(key, bytes, contentType);
  // The provider forgets its copy within the hour: ours is read back before anything says that it is there.
  const condition = await verifyStored(studio.images, key, sha256);
  if (condition !== "intact") throw new NotStoredYet(`A stored picture was read back ${condition}`);
  return { outputIndex, portrait: portrait.value };
};

const finish = (
  studio: Studio,
  seen: GenerationRow,
  stored: readonly StoredOutput[],
  problem: GenerationProblem | null,
): Promise<void> =>
  studio.actingAs(seen.subjectId, async (tx) => {
    const row = await lockGeneration(tx, seen.id);
    if (row === undefined || row.status !== "storing") return;
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
    const now = studio.clock.now();
    await insertPortraits(
      tx,
      stored.map(({ outputIndex, portrait }) => ({
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
        createdAt: now,
      })),
    );
    const images = (await listPortraitsOf(tx, [row.id])).length;
    const event = { type: "stored", images } as const;
    if (images === 0) {
      await endGeneration(studio, tx, row, event, problem ?? "outputs-unusable");
      return;
    }
    const { status } = generationAfter({ status: row.status, outputs: row.outputs, images: 0 }, event);
    const withheld = images < row.outputs ? (problem ?? "content-withheld") : null;
    await updateGeneration(tx, row.id, { status, outputUrls: null, errorCode: withheld, endedAt: now });
    await appendEvent(tx, row.subjectId, { type: "generation", entityId: row.id, at: now });
  });
