import { modelNameFor, verifyRecipe } from "@selfsame/flux-core";
import type { PortraitWithBrief } from "../gallery/portrait.store.ts";
import type { GenerationRow } from "../generations/generation.store.ts";
import type { TrainingRow } from "../models/model.store.ts";
import type { TrainingSetWithEntries } from "../selfies/training-set.store.ts";
import type { IsolationEntry } from "./isolation-entry.ts";
import type { IsolationProblem } from "./isolation-problem.ts";
import { pseudonymOf } from "./pseudonym.ts";
import type { SubjectRows } from "./read-subject-rows.ts";
import type { PseudonymKeys, ToldRows } from "./told-rows.ts";

/** How it is known whose a portrait is: every step from the selfies to the stored picture, with its moment. */
export interface PortraitProof {
  readonly portraitId: string;
  readonly generationId: string;
  readonly trainingId: string;
  readonly model: string;
  readonly version: string;
  readonly selfieCount: number;
  readonly selfiesTrainedAt: Date | null;
  readonly letThroughAt: Date | null;
  readonly sentAt: Date | null;
  readonly acceptedAt: Date | null;
  readonly storedAt: Date | null;
  /** Whether a part of it is older than the log, which took it as it was. */
  readonly isTakenAsFound: boolean;
  /** Whether every step is there and names the same model, version and pictures. */
  readonly holds: boolean;
}

/** Proves the origin of every portrait of a subject from the log and the rows. */
export const provePortraits = (
  keys: PseudonymKeys,
  told: ToldRows,
  rows: SubjectRows,
): { readonly proofs: readonly PortraitProof[]; readonly problems: readonly IsolationProblem[] } => {
  const [subject] = rows.subjects;
  const [model] = rows.portrait_models;
  const problems: IsolationProblem[] = [];
  const proofs: PortraitProof[] = [];
  const generations = new Map(rows.generations.map((row) => [row.id, row]));
  const trainings = new Map(rows.trainings.map((row) => [row.id, row]));
  const sets = new Map(rows.training_sets.map((row) => [row.id, row]));
  const learnings = new Map<string, Learning>();
  for (const portrait of rows.portraits) {
    const broken = (what: string): void => {
      problems.push({ code: "origin-unproven", table: "portraits", row: portrait.id, message: what });
    };
    const before = problems.length;
    const generation = generations.get(portrait.generationId);
    const training = generation && trainings.get(generation.trainingId);
    const set = training && sets.get(training.trainingSetId);
    if (
      generation === undefined ||
      training === undefined ||
      set === undefined ||
      training.version === null
    ) {
      broken("Its generation, training or training set is not among its owner's.");
      continue;
    }
    if (subject === undefined || model === undefined || training.modelId !== model.id) {
      broken("The model it was made with is not its owner's.");
      continue;
    }
    const name = modelNameFor(model.account, subject.subjectNumber);
    if (!name.ok || name.value !== model.name)
      broken("The model's name is not the one of its owner's number.");
    const learning = learnings.get(training.id) ?? learn(keys, told, training, set, model.name);
    learnings.set(training.id, learning);
    for (const what of learning.broken) broken(what);
    const making = make(keys, told, portrait, generation, model.name, training.version);
    for (const what of making.broken) broken(what);
    if (!isRecipeOf(portrait, subject, model.name, training.version))
      broken("Its recipe is not sealed, or names another model, version or subject.");
    proofs.push({
      portraitId: portrait.id,
      generationId: generation.id,
      trainingId: training.id,
      model: model.name,
      version: training.version,
      selfieCount: set.entries.length,
      selfiesTrainedAt: learning.at,
      letThroughAt: making.letThroughAt,
      sentAt: making.sentAt,
      acceptedAt: making.acceptedAt,
      storedAt: making.storedAt,
      isTakenAsFound: learning.isTakenAsFound || making.isTakenAsFound,
      holds: problems.length === before,
    });
  }
  return { proofs, problems };
};

interface Learning {
  readonly at: Date | null;
  readonly isTakenAsFound: boolean;
  readonly broken: readonly string[];
}

/** From the selfies to the version: the set, what was sent of it, and what the provider made. */
const learn = (
  keys: PseudonymKeys,
  told: ToldRows,
  training: TrainingRow,
  set: TrainingSetWithEntries,
  modelName: string,
): Learning => {
  if (told.entriesOf("chain-opened", "trainings", training.id).length > 0)
    return { at: training.endedAt, isTakenAsFound: true, broken: [] };
  const broken: string[] = [];
  const letThrough = told.entriesOf("training-let-through", "trainings", training.id);
  if (letThrough.length === 0) broken.push("The log does not tell that its training was let through.");
  for (const { selfieId } of set.entries)
    if (told.of("selfies", "made", selfieId).length === 0)
      broken.push("A photo of its training set was never added by its owner.");
  const images = set.entries.map(({ sha256 }) => sha256);
  const sent = told
    .entriesOf("training-sent", "trainings", training.id)
    .some((entry) => isSent(keys, entry, { model: modelName, version: training.trainerVersion, images }));
  if (!sent) broken.push("The log does not tell that this very training set was sent.");
  const accepted = told
    .entriesOf("training-accepted", "trainings", training.id)
    .some((entry) => isSent(keys, entry, { prediction: training.providerId }));
  if (!accepted) broken.push("The log does not tell that its training was taken by the provider.");
  const ended = told
    .entriesOf("training-ended", "trainings", training.id)
    .find((entry) => isSent(keys, entry, { model: modelName, version: training.version }));
  if (ended === undefined) broken.push("The log does not tell that its version came out of its training.");
  return { at: ended?.at ?? null, isTakenAsFound: false, broken };
};

/** From the version to the picture: two decisions, one prediction, and the bytes that were stored. */
const make = (
  keys: PseudonymKeys,
  told: ToldRows,
  portrait: PortraitWithBrief,
  generation: GenerationRow,
  model: string,
  version: string,
) => {
  const isTakenAsFound = told.entriesOf("chain-opened", "generations", generation.id).length > 0;
  const broken: string[] = [];
  const need = (entry: IsolationEntry | undefined, what: string): Date | null => {
    if (entry === undefined && !isTakenAsFound) broken.push(what);
    return entry?.at ?? null;
  };
  const letThroughAt = need(
    told.entriesOf("generation-let-through", "generations", generation.id)[0],
    "The log does not tell that its generation was let through.",
  );
  const sentAt = need(
    told
      .entriesOf("generation-sent", "generations", generation.id)
      .findLast((entry) => isSent(keys, entry, { model, version })),
    "The log does not tell that its generation was sent to its owner's version.",
  );
  const acceptedAt = need(
    told
      .entriesOf("generation-accepted", "generations", generation.id)
      .find((entry) => isSent(keys, entry, { version, prediction: generation.providerId })),
    "The log does not tell that the provider took its generation for its owner's version.",
  );
  const storedAt = need(
    told
      .entriesOf("portraits-stored", "portraits", portrait.id)
      .find((entry) => isSent(keys, entry, { model, version, image: portrait.sha256 })),
    "The log does not tell that this very picture was stored for it.",
  );
  return { letThroughAt, sentAt, acceptedAt, storedAt, isTakenAsFound, broken };
};

interface Sending {
  readonly model?: string;
  readonly version?: string | null;
  readonly prediction?: string | null;
  /** All of them, in order. */
  readonly images?: readonly string[];
  /** Among them. */
  readonly image?: string;
}

const isSent = (keys: PseudonymKeys, { keyNumber, statement }: IsolationEntry, sending: Sending): boolean => {
  const key = keys.get(keyNumber);
  const { sent } = statement;
  if (key === undefined || sent === null) return false;
  const { model, version, prediction, images, image } = sending;
  return (
    (model === undefined || sent.model === pseudonymOf(key, "model", model)) &&
    (version === undefined || (version !== null && sent.version === pseudonymOf(key, "version", version))) &&
    (prediction === undefined ||
      (prediction !== null && sent.prediction === pseudonymOf(key, "prediction", prediction))) &&
    (images === undefined ||
      sent.images.join() === images.map((hash) => pseudonymOf(key, "image", hash)).join()) &&
    (image === undefined || sent.images.includes(pseudonymOf(key, "image", image)))
  );
};

const isRecipeOf = (
  portrait: PortraitWithBrief,
  subject: { readonly subjectNumber: string; readonly triggerWord: string },
  model: string,
  version: string,
): boolean => {
  const recipe = verifyRecipe(portrait.recipe);
  return (
    recipe.ok &&
    recipe.value.generationId === portrait.generationId &&
    recipe.value.subjectNumber === subject.subjectNumber &&
    recipe.value.trigger === subject.triggerWord &&
    recipe.value.model === model &&
    recipe.value.version === version
  );
};
