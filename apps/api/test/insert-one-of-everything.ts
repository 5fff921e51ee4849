import { createHash, randomBytes } from "node:crypto";
import { v7 } from "uuid";
import { insertConsent } from "../src/account/account.store.ts";
import { upsertProfile } from "../src/account/profile.store.ts";
import { systemClock } from "../src/clock/clock.ts";
import { actingAs } from "../src/db/acting-as.ts";
import type { Database } from "../src/db/database.ts";
import { appendEvent } from "../src/events/event.store.ts";
import { insertPortraits } from "../src/gallery/portrait.store.ts";
import { insertGeneration } from "../src/generations/generation.store.ts";
import { saveCheck } from "../src/isolation/check.store.ts";
import { openChain } from "../src/isolation/open-chain.ts";
import { insertCardGeneration, insertConversation, insertTurns } from "../src/maya/conversation.store.ts";
import { insertCell, insertExperiment, insertVote } from "../src/lab/experiment.store.ts";
import { readyExperiments } from "../src/lab/ready-experiments.ts";
import { insertAcceptedChange } from "../src/maya/usual/usual.store.ts";
import { insertModel, insertTraining, setActiveTraining } from "../src/models/model.store.ts";
import { insertOwnPreset } from "../src/presets/own-preset.store.ts";
import { upsertSettings } from "../src/notices/subject-settings.store.ts";
import { insertPair } from "../src/enhanced/enhanced-pair.store.ts";
import { plainWalls } from "../src/photoshoot/collections/plain-walls.ts";
import { insertOwnCollection } from "../src/photoshoot/own-collection.store.ts";
import { insertShoot, insertTake } from "../src/photoshoot/shoot.store.ts";
import { insertSelfie } from "../src/selfies/selfie.store.ts";
import { insertTrainingSet } from "../src/selfies/training-set.store.ts";
import { saveScore } from "../src/measuring/portrait-score.store.ts";
import { saveSelfieMeasurement } from "../src/measuring/selfie-measurement.store.ts";
import type { Caller } from "../src/studio/caller.ts";
import { scoreFigures } from "./measuring/score-figures.ts";
import { insertToken } from "../src/tokens/token.store.ts";
import { insertPerson } from "./insert-person.ts";
import { testKeyring } from "./test-keyring.ts";

/** The ids of what one person has. */
export interface OneOfEverything extends Caller {
  readonly selfieId: string;
  readonly trainingSetId: string;
  readonly modelId: string;
  readonly trainingId: string;
  readonly generationId: string;
  readonly portraitId: string;
  readonly conversationId: string;
  readonly turnId: string;
  readonly experimentId: string;
  readonly collectionId: string;
  readonly shootId: string;
  readonly shotId: string;
  readonly pairId: string;
}

const freshHash = () => createHash("sha256").update(randomBytes(16)).digest("hex");

/** Puts a person into the database who has one row in every table that belongs to a subject. */
export async function insertOneOfEverything(database: Database): Promise<OneOfEverything> {
  const person = await insertPerson(database);
  const { subjectId } = person;
  const [selfieId, trainingSetId, modelId, trainingId, generationId, portraitId] = Array.from(
    { length: 6 },
    () => v7(),
  ) as [string, string, string, string, string, string];
  const [conversationId, turnId] = [v7(), v7()];
  const experimentId = v7();
  const design = readyExperiments["mission"];
  if (design === undefined) throw new Error("The ready experiment is not there");
  const [collectionId, shootId, shotId, pairId] = [v7(), v7(), v7(), v7()];
  const now = new Date();
  const sha256 = freshHash();
  const picture = {
    sha256,
    sizeBytes: 1_000,
    width: 600,
    height: 800,
    placeholderHash: "AA==",
    createdAt: now,
  };
  const account = "simulated";
  const open = { simulated: true, deadlineAt: now, nextCheckAt: now, createdAt: now };
  await actingAs(database)(subjectId, async (tx) => {
    await upsertProfile(tx, {
      subjectId,
      hair: "short grey curls",
      ageFrom: 35,
      ageTo: 40,
      glasses: true,
      ownWords: null,
      savedAt: now,
    });
    await insertToken(tx, {
      id: v7(),
      subjectId,
      name: "a script",
      hash: freshHash(),
      hint: "selfsame_AbCd",
      scopes: ["read"],
      createdAt: now,
      expiresAt: new Date(now.getTime() + 86_400_000),
    });
    await upsertSettings(tx, { subjectId, mailWhenTrained: true, selfiesKeptDays: 30, savedAt: now });
    await insertConsent(tx, { id: v7(), subjectId, textVersion: "test", givenAt: now });
    await insertSelfie(tx, {
      ...picture,
      id: selfieId,
      subjectId,
      fileName: "me.jpg",
      uploadSha256: sha256,
      drawn: false,
    });
    await insertTrainingSet(
      tx,
      { id: trainingSetId, subjectId, selfieCount: 1, manifestSha256: sha256, createdAt: now },
      [{ position: 0, selfieId, sha256 }],
    );
    const name = `${account}/${person.subjectNumber}-selfie-lora`;
    await insertModel(tx, { id: modelId, subjectId, account, name, createdAt: now });
    await insertTraining(tx, {
      ...open,
      id: trainingId,
      subjectId,
      modelId,
      trainingSetId,
      status: "ready",
      trainer: "ostris/flux-dev-lora-trainer",
      trainerVersion: freshHash(),
      version: freshHash(),
      endedAt: now,
    });
    await setActiveTraining(tx, modelId, trainingId);
    await insertGeneration(tx, {
      ...open,
      id: generationId,
      subjectId,
      trainingId,
      service: "studio",
      brief: "at sea",
      enhancement: "none",
      presetId: "natural-expression",
      presetVersion: 1,
      prompt: `${person.triggerWord}, at sea`,
      input: {},
      seed: 7,
      outputs: 1,
      status: "succeeded",
      endedAt: now,
    });
    await insertPortraits(tx, [
      {
        ...picture,
        id: portraitId,
        subjectId,
        generationId,
        outputIndex: 0,
        contentType: "image/png",
        recipe: {},
        simulated: true,
      },
    ]);
    await saveSelfieMeasurement(tx, {
      selfieId,
      subjectId,
      verdict: "accept",
      issues: [],
      pictureHash: "0f0f0f0f0f0f0f0f",
      sealedFace: testKeyring.encrypt("embeddings", selfieId, Buffer.from("a face")),
      modelVersion: "networks-1",
      measuredAt: now,
    });
    await saveScore(tx, {
      ...scoreFigures,
      portraitId,
      subjectId,
      measuredAt: now,
    });
    await insertConversation(tx, {
      id: conversationId,
      subjectId,
      title: "At sea",
      createdAt: now,
      saidAt: now,
    });
    const turn = {
      id: turnId,
      subjectId,
      conversationId,
      position: 1,
      from: "maya",
      createdAt: now,
    } as const;
    await insertTurns(tx, [{ ...turn, text: "At sea?", state: "asked" }]);
    await insertAcceptedChange(tx, {
      id: v7(),
      subjectId,
      presetId: "natural-expression",
      parameter: "guidance",
      before: 2.8,
      after: 2.5,
      reason: { kind: "wide-smiles", count: 4 },
      acceptedAt: now,
      endedAt: null,
    });
    await insertCardGeneration(tx, { generationId, subjectId, turnId, cardNumber: 1 });
    await insertExperiment(tx, {
      id: experimentId,
      subjectId,
      design,
      trainingId,
      budgetCredits: 96,
      ballotSeed: 7,
      status: "running",
      idempotencyKey: v7(),
      createdAt: now,
    });
    await insertCell(tx, { subjectId, experimentId, block: 0, arm: 0, generationId });
    await insertVote(tx, {
      subjectId,
      experimentId,
      ballot: 0,
      block: 0,
      firstArm: 0,
      secondArm: 1,
      choice: "first",
      votedAt: now,
    });
    await insertOwnPreset(tx, {
      subjectId,
      version: 1,
      presetId: "natural-expression",
      presetVersion: 1,
      changes: {},
      name: "natural expression",
      experimentId,
      arm: 1,
      takenAt: now,
    });
    const [shot] = plainWalls.shots;
    if (shot === undefined) throw new Error("The collection has no shot");
    const { title, description } = plainWalls;
    await insertOwnCollection(tx, {
      id: collectionId,
      subjectId,
      title,
      description,
      shots: [shot],
      version: 1,
      createdAt: now,
      savedAt: now,
    });
    const shoot = {
      id: shootId,
      subjectId,
      collectionId: plainWalls.id,
      collectionVersion: 1,
      title,
      presetId: "natural-expression",
      presetVersion: 1,
      changes: {},
      outputs: 1,
      seed: 7,
      idempotencyKey: v7(),
      createdAt: now,
    };
    await insertShoot(tx, shoot, [{ id: shotId, subjectId, shootId, position: 0, shot }]);
    await insertTake(tx, { subjectId, shotId, generationId, number: 0 });
    await insertPair(tx, {
      id: pairId,
      subjectId,
      level: "subtle",
      plainGenerationId: generationId,
      enhancedGenerationId: generationId,
      idempotencyKey: v7(),
      createdAt: now,
    });
    await appendEvent(tx, subjectId, { type: "portrait", entityId: portraitId, at: now });
    await openChain({ keyring: testKeyring, clock: systemClock }, tx, subjectId);
    await saveCheck(tx, { subjectId, checkedAt: now, entryCount: 1, problemCount: 0 });
  });
  return {
    ...person,
    selfieId,
    trainingSetId,
    modelId,
    trainingId,
    generationId,
    portraitId,
    conversationId,
    turnId,
    experimentId,
    collectionId,
    shootId,
    shotId,
    pairId,
  };
}
