import { lockSubject } from "../account/account.store.ts";
import { requireConsent } from "../account/require-consent.ts";
import { DomainError } from "../errors/domain-error.ts";
import { appendEvent } from "../events/event.store.ts";
import { acceptSelfie, type AcceptedSelfie } from "../images/accept-selfie.ts";
import { selfieKey } from "../images/image-key.ts";
import { selfieLimits as fileLimits } from "../images/selfie-limits.ts";
import { storeThumbnails } from "../images/store-thumbnails.ts";
import { appendEntry } from "../isolation/append-entry.ts";
import type { Caller } from "../studio/caller.ts";
import { selfieLimits } from "../studio/limits.ts";
import { withPictureFailures } from "../studio/picture-failures.ts";
import type { Studio } from "../studio/studio.ts";
import { deleteSelfiePictures } from "./delete-selfie-pictures.ts";
import {
  countSelfies,
  findSameSelfie,
  findSelfieByPicture,
  insertSelfie,
  type SelfieRow,
} from "./selfie.store.ts";

const longestFileName = 120;

/**
 * Takes one uploaded file as a selfie: judged by its bytes, turned upright, stripped of everything but its pixels,
 * stored, and only then written down. The consent comes before the first byte is looked at.
 *
 * @throws DomainError `account_closing`, `consent_missing`, any `selfie_…`, `rate_limited` when too many pictures wait, `storage_unavailable`
 */
export const addSelfie = async (
  studio: Studio,
  caller: Caller,
  upload: { readonly fileName: string; readonly bytes: Uint8Array; readonly drawn: boolean },
): Promise<SelfieRow> => {
  await studio.actingAs(caller.subjectId, async (tx) => {
    await requireConsent(tx, caller.subjectId);
    requireRoom(await countSelfies(tx, caller.subjectId));
  });
  const selfie = await withPictureFailures(studio, () =>
    acceptSelfie(upload.bytes, fileLimits, studio.imageWork),
  );
  if (!selfie.ok) {
    const { code, details } = selfie.error;
    if ("logOnly" in selfie.error)
      studio.log.info({ code, logOnly: selfie.error.logOnly }, "a selfie could not be opened");
    throw new DomainError(code, details);
  }
  try {
    await store(studio, caller, selfie.value);
    return await write(studio, caller, upload, selfie.value);
  } catch (error) {
    await takeBack(studio, caller, selfie.value);
    throw error;
  }
};

const store = (
  studio: Studio,
  caller: Caller,
  { sha256, bytes, contentType }: AcceptedSelfie,
): Promise<void> =>
  withPictureFailures(studio, async () => {
    const key = selfieKey(caller.subjectId, sha256);
    await studio.images.put(key, bytes, contentType);
    await storeThumbnails(studio.images, studio.imageWork, key, bytes);
  });

/** Deletes what was stored and not written down; the picture of a selfie that is there already stays. */
const takeBack = async (studio: Studio, caller: Caller, { sha256 }: AcceptedSelfie): Promise<void> => {
  try {
    const isWritten = await studio.actingAs(caller.subjectId, async (tx) => {
      await lockSubject(tx, caller.subjectId);
      return (await findSelfieByPicture(tx, sha256)) !== undefined;
    });
    if (!isWritten) await deleteSelfiePictures(studio.images, caller.subjectId, sha256);
  } catch (error) {
    studio.log.warn({ error }, "a picture that was not taken could not be deleted again");
  }
};

const requireRoom = (have: number): void => {
  if (have >= selfieLimits.maximum)
    throw new DomainError("selfie_limit_reached", { maximum: selfieLimits.maximum });
};

const write = (
  studio: Studio,
  caller: Caller,
  upload: { readonly fileName: string; readonly drawn: boolean },
  selfie: AcceptedSelfie,
): Promise<SelfieRow> =>
  studio.actingAs(caller.subjectId, async (tx) => {
    await lockSubject(tx, caller.subjectId);
    await requireConsent(tx, caller.subjectId);
    const same = await findSameSelfie(tx, { uploadSha256: selfie.originalSha256, sha256: selfie.sha256 });
    if (same !== undefined)
      throw new DomainError("selfie_duplicate", { fileName: same.fileName, selfieId: same.id });
    requireRoom(await countSelfies(tx, caller.subjectId));
    const now = studio.clock.now();
    const row: SelfieRow = {
      id: studio.identifiers.next(),
      subjectId: caller.subjectId,
      fileName: shownFileName(upload.fileName),
      uploadSha256: selfie.originalSha256,
      sha256: selfie.sha256,
      sizeBytes: selfie.sizeBytes,
      width: selfie.width,
      height: selfie.height,
      placeholderHash: selfie.placeholderHash,
      drawn: upload.drawn,
      createdAt: now,
    };
    await insertSelfie(tx, row);
    await appendEvent(tx, caller.subjectId, { type: "selfies", entityId: row.id, at: now });
    const rows = [{ table: "selfies", part: "made", row }] as const;
    await appendEntry(studio, tx, caller.subjectId, { kind: "selfie-added", rows });
    if (studio.faces !== null)
      await studio.jobs.enqueue(tx, "measure-selfie", { subjectId: caller.subjectId, selfieId: row.id });
    return row;
  });

/** The last part of a path, without control characters, for naming a photo to its owner and for nothing else. */
const shownFileName = (given: string): string => {
  const name = (given.split(/[/\\]/).at(-1) ?? "").replaceAll(/\p{C}/gu, "").trim().slice(0, longestFileName);
  return name === "" ? "photo" : name;
};
