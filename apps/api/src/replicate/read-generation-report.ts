import { type Prediction, predictionSchema } from "./prediction-schema.ts";
import type { GenerationReport } from "./provider.ts";
import { readLogProgress } from "./read-log-progress.ts";
import { runReportOf, textInput, wholeInput } from "./read-run-report.ts";

/**
 * Reads a generation from what the provider sent, such as the parsed body of a webhook.
 *
 * @returns null when it is not one.
 */
export function readGenerationReport(received: unknown): GenerationReport | null {
  const read = predictionSchema.safeParse(received);
  return read.success ? generationReportOf(read.data) : null;
}

/** The studio's words for a prediction. */
export function generationReportOf(prediction: Prediction): GenerationReport {
  const { progress, seed, safeImages } = readLogProgress(
    prediction.logs,
    wholeInput(prediction, "num_inference_steps"),
  );
  return {
    ...runReportOf(prediction, progress),
    version: prediction.version,
    seed,
    safeImages,
    outputs: prediction.output,
    dataRemoved: prediction.data_removed,
    input: {
      prompt: textInput(prediction, "prompt"),
      seed: wholeInput(prediction, "seed"),
      outputs: wholeInput(prediction, "num_outputs"),
    },
  };
}
