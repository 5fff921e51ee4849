import type { TrainingStatus } from "@selfsame/flux-core";

/** A portrait model with one of its versions, as the guard looks at it. */
export interface RunnableModel {
  readonly subjectNumber: string;
  readonly triggerWord: string;
  readonly account: string;
  readonly name: string;
  readonly trainingId: string;
  readonly version: string | null;
  readonly versionSchema: unknown;
  readonly status: TrainingStatus;
}
