import type { ConsentRow, SubjectRow } from "../account/account.store.ts";
import type { PortraitRow } from "../gallery/portrait.store.ts";
import type { GenerationRow } from "../generations/generation.store.ts";
import type { ModelRow, TrainingRow } from "../models/model.store.ts";
import type { SelfieRow } from "../selfies/selfie.store.ts";
import type { TrainingSetWithEntries } from "../selfies/training-set.store.ts";

/** The rows that the isolation log binds, by the name of their table. */
export interface WitnessedRows {
  readonly subjects: SubjectRow;
  readonly consents: ConsentRow;
  readonly selfies: SelfieRow;
  readonly training_sets: TrainingSetWithEntries;
  readonly portrait_models: ModelRow;
  readonly trainings: TrainingRow;
  readonly generations: GenerationRow;
  readonly portraits: PortraitRow;
}

/** The name of a table whose rows are bound. */
export type WitnessedTable = keyof WitnessedRows;

/** A part of a row, bound at one moment of its life: when it is made, when the provider takes it, when it ends. */
export type WitnessedPart = "made" | "accepted" | "ended" | "chosen";

type Columns<TTable extends WitnessedTable> = {
  readonly [TPart in WitnessedPart]?: readonly (keyof WitnessedRows[TTable] & string)[];
} & { readonly made: readonly (keyof WitnessedRows[TTable] & string)[] };

/**
 * Which columns of which table each part binds. What stands in none of them changes while the studio works. A list that
 * has been in use stays as it is, or no earlier print fits any more: a new column gets
 * a part of its own, or stands in `joinedLater`.
 */
export const witnessedColumns: { readonly [TTable in WitnessedTable]: Columns<TTable> } = {
  subjects: { made: ["id", "userId", "subjectNumber", "triggerWord", "createdAt"] },
  consents: { made: ["id", "subjectId", "textVersion", "givenAt"] },
  selfies: {
    made: [
      "id",
      "subjectId",
      "fileName",
      "uploadSha256",
      "sha256",
      "sizeBytes",
      "width",
      "height",
      "placeholderHash",
      "drawn",
      "createdAt",
    ],
  },
  training_sets: { made: ["id", "subjectId", "selfieCount", "manifestSha256", "createdAt", "entries"] },
  portrait_models: {
    made: ["id", "subjectId", "account", "name", "createdAt"],
    chosen: ["activeTrainingId"],
  },
  trainings: {
    made: [
      "id",
      "subjectId",
      "modelId",
      "trainingSetId",
      "trainer",
      "trainerVersion",
      "idempotencyKey",
      "simulated",
      "createdAt",
    ],
    accepted: ["providerId", "input", "zipFileId", "zipUrl"],
    ended: ["status", "version", "versionSchema", "errorCode", "endedAt"],
  },
  generations: {
    made: [
      "id",
      "subjectId",
      "trainingId",
      "service",
      "brief",
      "subjectClause",
      "expression",
      "enhancement",
      "presetId",
      "presetVersion",
      "changes",
      "prompt",
      "input",
      "seed",
      "outputs",
      "idempotencyKey",
      "simulated",
      "createdAt",
    ],
    accepted: ["providerId"],
    ended: ["status", "errorCode", "endedAt"],
  },
  portraits: {
    made: [
      "id",
      "subjectId",
      "generationId",
      "outputIndex",
      "sha256",
      "sizeBytes",
      "contentType",
      "width",
      "height",
      "placeholderHash",
      "recipe",
      "simulated",
      "createdAt",
    ],
  },
};

/**
 * Columns that joined a list after rows had been bound without them, with what those rows have in them. While a row has
 * that, the column stands in no print: earlier prints still fit, and a change to or from anything else is still seen.
 */
export const joinedLater: { readonly [TTable in WitnessedTable]?: Readonly<Record<string, unknown>> } = {
  generations: { changes: {} },
};
