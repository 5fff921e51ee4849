import { v7 } from "uuid";
import { insertConsent } from "../../src/account/account.store.ts";
import { consentText } from "../../src/account/consent-text.ts";
import { actingAs } from "../../src/db/acting-as.ts";
import type { Database } from "../../src/db/database.ts";
import { selfieKey } from "../../src/images/image-key.ts";
import type { ImageStore } from "../../src/images/image-store.ts";
import { sha256Hex } from "../../src/images/sha256-hex.ts";
import { insertModel, insertTraining, setActiveTraining } from "../../src/models/model.store.ts";
import { defaultTrainerId, trainers } from "../../src/replicate/trainers.ts";
import { insertSelfie } from "../../src/selfies/selfie.store.ts";
import { insertTrainingSet } from "../../src/selfies/training-set.store.ts";
import type { Caller } from "../../src/studio/caller.ts";
import { insertPerson } from "../insert-person.ts";

/** A version that exists at the provider, with its `openapi_schema`. */
export interface TrainedVersion {
  readonly version: string;
  readonly schema: unknown;
}

/** Who comes to the studio, and with what. */
export interface PersonOptions {
  readonly database: Database;
  readonly images: ImageStore;
  readonly account: string;
  readonly now: Date;
  readonly trained: TrainedVersion;
  /** Stored as the person's selfies; none where nothing is trained. */
  readonly photos: readonly Uint8Array[];
}

/** Puts a person into the database who has consented, has photos, and a ready model of their own. */
export async function insertModelOwner(
  options: PersonOptions,
): Promise<{ readonly person: Caller; readonly trainingId: string }> {
  const { database, account, now, trained } = options;
  const person = await insertPerson(database);
  const { subjectId, subjectNumber } = person;
  const photos = options.photos.map((bytes) => ({ bytes, id: v7(), sha256: sha256Hex(bytes) }));
  for (const { bytes, sha256 } of photos) {
    await options.images.put(selfieKey(subjectId, sha256), bytes, "image/jpeg");
  }
  const setId = v7();
  const modelId = v7();
  const trainingId = v7();
  const name = `${account}/${subjectNumber}-selfie-lora`;
  const picture = { sizeBytes: 1_000, width: 512, height: 512, placeholderHash: "AA==", createdAt: now };
  await actingAs(database)(subjectId, async (tx) => {
    await insertConsent(tx, { id: v7(), subjectId, textVersion: consentText.version, givenAt: now });
    for (const { id, sha256 } of photos) {
      const file = { fileName: "me.jpg", uploadSha256: sha256, drawn: false };
      await insertSelfie(tx, { ...picture, ...file, id, subjectId, sha256 });
    }
    await insertTrainingSet(
      tx,
      { id: setId, subjectId, selfieCount: 5, manifestSha256: "0".repeat(64), createdAt: now },
      [{ position: 0, selfieId: v7(), sha256: "0".repeat(64) }],
    );
    await insertModel(tx, { id: modelId, subjectId, account, name, createdAt: now });
    await insertTraining(tx, {
      id: trainingId,
      subjectId,
      modelId,
      trainingSetId: setId,
      status: "ready",
      trainer: defaultTrainerId,
      trainerVersion: trainers[defaultTrainerId].version,
      version: trained.version,
      versionSchema: trained.schema,
      simulated: true,
      deadlineAt: now,
      nextCheckAt: now,
      createdAt: now,
      endedAt: now,
    });
    await setActiveTraining(tx, modelId, trainingId);
  });
  return { person, trainingId };
}
