import type { RunMatch } from "./find-run.ts";
import type { Prediction } from "./prediction-schema.ts";
import type { GenerationTrace, TrainingTrace } from "./provider.ts";
import { textInput, wholeInput } from "./read-run-report.ts";
import type { Training } from "./training-schema.ts";

/**
 * Whether a listed prediction is the generation that was to be sent. The webhook address decides where the provider
 * repeats it (the document does not promise that), else version, prompt and seed together.
 */
export function matchGeneration(prediction: Prediction, trace: GenerationTrace): RunMatch {
  if (prediction.webhook !== null) return prediction.webhook === trace.webhookUrl ? "yes" : "no";
  if (prediction.version !== trace.version) return "no";
  const prompt = textInput(prediction, "prompt");
  const seed = wholeInput(prediction, "seed");
  if (prompt === null && seed === null) return "cannot-tell";
  return prompt === trace.prompt && seed === trace.seed ? "yes" : "no";
}

/** The same for a training; without a webhook address, its zip's address is unique. */
export function matchTraining(training: Training, trace: TrainingTrace): RunMatch {
  if (training.webhook !== null) return training.webhook === trace.webhookUrl ? "yes" : "no";
  const zipUrl = textInput(training, "input_images");
  if (zipUrl === null) return "cannot-tell";
  return zipUrl === trace.zipUrl ? "yes" : "no";
}
