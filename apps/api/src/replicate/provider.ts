import type { ProviderError } from "./provider-error.ts";

/** An answer that is either complete or an error; nothing in between, never a throw for what a network can do. */
export type Answer<T> =
  | { readonly outcome: "ok"; readonly value: T }
  | { readonly outcome: "failed"; readonly error: ProviderError };

/**
 * What became of a request that costs money.
 *
 * - `accepted`: the provider has it; the report carries its id.
 * - `refused`: certainly not accepted and nothing is owed. A new attempt is safe.
 * - `unclear`: it was sent and no readable answer came. Search for it before anything is sent again.
 */
export type Submission<TReport> =
  | { readonly outcome: "accepted"; readonly report: TReport }
  | { readonly outcome: "refused"; readonly error: ProviderError }
  | { readonly outcome: "unclear"; readonly cause: ProviderError };

/** What the provider knows under one id, or under one search. `unavailable` says nothing about existence. */
export type LookUp<TReport> =
  | { readonly outcome: "found"; readonly report: TReport }
  | { readonly outcome: "not-found" }
  | { readonly outcome: "unavailable"; readonly error: ProviderError };

/** A deletion that needs no further call. `scheduled`: accepted, the provider carries it out within minutes. */
export type Deletion = "deleted" | "scheduled" | "already-gone";

/** The provider's states in the studio's words. The last four are final; `aborted` never ran and costs nothing. */
export type ProviderState = "submitted" | "running" | "succeeded" | "failed" | "canceled" | "aborted";

/** A model at the provider: `{account}/{name}`. */
export interface ModelAddress {
  readonly account: string;
  readonly name: string;
}

/** One version of a model; `version` is 64 hexadecimal digits. */
export interface VersionAddress extends ModelAddress {
  readonly version: string;
}

/** Measured progress, read from the log: `step` of `totalSteps`, both whole numbers. */
export interface StepProgress {
  readonly step: number;
  readonly totalSteps: number;
}

/** Seconds as the provider measured them; null where it has not said. */
export interface RunMetrics {
  /** Seconds of computing, which is what is paid for. */
  readonly predictSeconds: number | null;
  /** Seconds from creation to the end, waiting included. */
  readonly totalSeconds: number | null;
}

export type RunErrorCode =
  /** The safety checker held every image back. */
  | "content-withheld"
  /** The input was refused after the request had been accepted. */
  | "input-invalid"
  /** The training set could not be fetched or read by the trainer. */
  | "training-set-unreadable"
  | "out-of-memory"
  /** The model did not start in time. */
  | "timeout-starting"
  /** Stopped by the provider while running. */
  | "interrupted"
  | "unknown";

/** Why a run failed; `logOnly` is the provider's text and never for a person. */
export interface RunError {
  readonly code: RunErrorCode;
  readonly logOnly: string;
}

/** What generations and trainings have in common. */
export interface RunReport {
  readonly providerId: string;
  readonly state: ProviderState;
  /** Null until the log shows a step of the expected total. */
  readonly progress: StepProgress | null;
  /** Set when `state` is `failed`. */
  readonly error: RunError | null;
  readonly metrics: RunMetrics;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly completedAt: Date | null;
  /** Where the provider sends its updates; null when it does not say. */
  readonly webhookUrl: string | null;
}

/** One generation as the provider sees it. */
export interface GenerationReport extends RunReport {
  /** The portrait model's version that ran: 64 hexadecimal digits, or `hidden` for the provider's own models. */
  readonly version: string;
  /** The seed that was really used, from the log; null until it says. */
  readonly seed: number | null;
  /** Addresses of finished images in the provider's order. May be fewer than asked; positions are not kept. */
  readonly outputs: readonly string[];
  /** Images that passed the safety checker and images made, from the log. */
  readonly safeImages: { readonly kept: number; readonly made: number } | null;
  /** The provider has deleted inputs and outputs (one hour after creation): an empty `outputs` is no longer news. */
  readonly dataRemoved: boolean;
  /** What was asked, as the provider repeats it; null where it has forgotten. */
  readonly input: {
    readonly prompt: string | null;
    readonly seed: number | null;
    readonly outputs: number | null;
  };
}

/** One training as the provider sees it. */
export interface TrainingReport extends RunReport {
  /** The new version of the portrait model: 64 hexadecimal digits; null before success. */
  readonly version: string | null;
  /** `{account}/{name}` that the new version belongs to, where the provider says so. */
  readonly modelName: string | null;
  /** Address of the trained weights (a tar); how long it stays is not documented. */
  readonly weightsUrl: string | null;
  readonly input: {
    readonly zipUrl: string | null;
    readonly triggerWord: string | null;
  };
}

export interface TrainingSetUpload {
  /** Ends in `.zip`; trainers refuse a file without the suffix. */
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface UploadedTrainingSet {
  readonly fileId: string;
  readonly url: string;
  /** The documents show one hour after upload; null when the provider does not say. */
  readonly expiresAt: Date | null;
}

/** Input values as they are sent; every field has been checked against the version's schema before. */
export type RunInput = Readonly<Record<string, string | number | boolean>>;

export interface TrainingOrder {
  /** The studio's id of the training; for the log. */
  readonly intentId: string;
  /** No attempt begins later: whoever searches for it afterwards must find it. */
  readonly notAfter: Date;
  /** Where the new version goes. It must exist. */
  readonly model: ModelAddress;
  readonly trainer: VersionAddress;
  /** From the trainer's own input builder; contains the training set's address. */
  readonly input: RunInput;
  /** Carries the studio's id in its query; null: the studio polls. */
  readonly webhookUrl: string | null;
}

export interface GenerationOrder {
  /** The studio's id of the generation; for the log. */
  readonly intentId: string;
  /** No attempt begins later: whoever searches for it afterwards must find it. */
  readonly notAfter: Date;
  /** The owned portrait model's version: 64 hexadecimal digits. */
  readonly version: string;
  readonly input: RunInput;
  /** Carries the studio's id in its query; null: the studio polls. */
  readonly webhookUrl: string | null;
}

/** What was stored before a generation was sent, enough to know it again in the provider's list. */
export interface GenerationTrace {
  readonly webhookUrl: string | null;
  readonly version: string;
  readonly prompt: string;
  readonly seed: number;
  /** Everything that was sent: one that the provider repeats otherwise is another one. */
  readonly input: RunInput;
  /** The provider's ids of other generations that ask for the same: these are not looked for. */
  readonly taken: readonly string[];
  /** When the intent was written; a few minutes are added for clocks that disagree. */
  readonly notBefore: Date;
}

/** What was stored before a training was sent, enough to know it again in the provider's list. */
export interface TrainingTrace {
  readonly webhookUrl: string | null;
  readonly zipUrl: string;
  readonly notBefore: Date;
}

/**
 * The one door to the provider of trainings and generations.
 *
 * No method throws for anything that a network or a provider can do; `provider-error.ts` has every code. Requests that
 * cost money (`train`, `generate`) are sent at most once per call, unless it is certain that the provider did not take
 * them.
 */
export interface Provider {
  /** The account that the token belongs to; new models are created under it. */
  accountName(): Promise<Answer<string>>;

  /** Makes sure that a private model exists to train into. An existing one is left as it is. */
  ensureModel(model: ModelAddress): Promise<Answer<{ readonly created: boolean }>>;

  /** Uploads the zip of a training set. Do it right before `train`: the file expires within the hour. */
  uploadTrainingSet(upload: TrainingSetUpload): Promise<Answer<UploadedTrainingSet>>;

  train(order: TrainingOrder): Promise<Submission<TrainingReport>>;

  generate(order: GenerationOrder): Promise<Submission<GenerationReport>>;

  lookUpTraining(providerId: string): Promise<LookUp<TrainingReport>>;

  lookUpGeneration(providerId: string): Promise<LookUp<GenerationReport>>;

  /**
   * Searches the provider's list for a training whose sending ended unclear.
   * `not-found` right after sending proves nothing: lists can lag, so ask again before sending again.
   */
  findTraining(trace: TrainingTrace): Promise<LookUp<TrainingReport>>;

  /**
   * Searches the provider's list for a generation whose sending ended unclear: by webhook address, else by version,
   * prompt and seed. `not-found` right after sending proves nothing: lists can lag, so ask again before sending again.
   */
  findGeneration(trace: GenerationTrace): Promise<LookUp<GenerationReport>>;

  /** Asks for the end of a training; the report says what it has become. Safe to repeat. */
  cancelTraining(providerId: string): Promise<LookUp<TrainingReport>>;

  /** Asks for the end of a generation; the report says what it has become. Safe to repeat. */
  cancelGeneration(providerId: string): Promise<LookUp<GenerationReport>>;

  /** The version's whole `openapi_schema`, unread. */
  versionSchema(address: VersionAddress): Promise<Answer<unknown>>;

  /** Deletes a version with everything it made. `in-use` when the provider still needs it. */
  deleteVersion(address: VersionAddress): Promise<Answer<Deletion>>;

  /** Deletes a model that has no versions left; `in-use` while it has. */
  deleteModel(address: ModelAddress): Promise<Answer<Deletion>>;

  /** Deletes an uploaded training set. */
  deleteFile(fileId: string): Promise<Answer<Deletion>>;

  /** The secret that signs webhooks, `whsec_…`. Never log it. */
  webhookSecret(): Promise<Answer<string>>;
}
