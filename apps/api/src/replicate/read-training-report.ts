import type { TrainingReport } from "./provider.ts";
import { readLogProgress } from "./read-log-progress.ts";
import { runReportOf, textInput, wholeInput } from "./read-run-report.ts";
import { type Training, trainingSchema } from "./training-schema.ts";

/** `owner/name:<64 hex>`, or the hash alone. */
const versionPattern = /^(?:([\w.-]+\/[\w.-]+):)?([0-9a-f]{64})$/;

/**
 * Reads a training from what the provider sent, such as the parsed body of a webhook.
 *
 * @returns null when it is not one.
 */
export function readTrainingReport(received: unknown): TrainingReport | null {
  const read = trainingSchema.safeParse(received);
  return read.success ? trainingReportOf(read.data) : null;
}

/** The studio's words for a training. */
export function trainingReportOf(training: Training): TrainingReport {
  // The two trainers call it differently: `steps` (ostris) and `training_steps` (fast).
  const expectedSteps = wholeInput(training, "steps") ?? wholeInput(training, "training_steps");
  const [, modelName, version] = versionPattern.exec(training.output.version ?? "") ?? [];
  return {
    ...runReportOf(training, readLogProgress(training.logs, expectedSteps).progress),
    version: version ?? null,
    modelName: modelName ?? null,
    weightsUrl: training.output.weights,
    input: {
      zipUrl: textInput(training, "input_images"),
      triggerWord: textInput(training, "trigger_word"),
    },
  };
}
