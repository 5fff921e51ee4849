import { acceptPortrait, type AcceptedPortrait, portraitExpectations } from "../images/accept-portrait.ts";
import { portraitKey, type StoredContentType } from "../images/image-key.ts";
import { verifyStored } from "../images/verify-stored.ts";
import type { Studio } from "../studio/studio.ts";
import type { GenerationRow } from "./generation.store.ts";
import type { GenerationProblem } from "./generation-problem.ts";

/** Thrown to have the job tried again: the provider's copy could not be fetched or the studio's own storage failed. */
export class NotStoredYet extends Error {
  override readonly name = "NotStoredYet";
}

/** A finished picture that is in the studio's storage. */
export interface CopiedOutput {
  readonly outputIndex: number;
  readonly portrait: AcceptedPortrait;
}

/** A finished picture that will never be had, and why. */
export interface MissingOutput {
  readonly outputIndex: number;
  readonly problem: GenerationProblem;
}

const contentTypes: Record<string, StoredContentType> = {
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
};

/**
 * Copies one finished picture into the studio's own storage, checked and addressed by content. Safe to repeat: what is
 * stored already is stored again under the same key.
 *
 * @throws NotStoredYet, StorageUnavailableError, ImageWorkFullError when it has to be tried again later
 */
export const copyOutput = async (
  studio: Studio,
  row: GenerationRow,
  url: string,
  outputIndex: number,
): Promise<CopiedOutput | MissingOutput> => {
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
