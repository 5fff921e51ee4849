import type { RunMatch } from "./find-run.ts";
import type { Prediction } from "./prediction-schema.ts";
import type { GenerationTrace, RunInput, TrainingTrace } from "./provider.ts";
import { textInput, wholeInput } from "./read-run-report.ts";
import type { Training } from "./training-schema.ts";

/**
 * Whether a listed prediction is the generation that was to be sent. The webhook address decides where the provider
 * repeats it (the document does not promise that), else version, prompt and seed together. What is known to be another
 * generation's is not this one, though it may be alike to the letter.
 */
export function matchGeneration(prediction: Prediction, trace: GenerationTrace): RunMatch {
  if (trace.taken.includes(prediction.id)) return "no";
  if (prediction.webhook !== null) return prediction.webhook === trace.webhookUrl ? "yes" : "no";
  if (prediction.version !== trace.version) return "no";
  const prompt = textInput(prediction, "prompt");
  const seed = wholeInput(prediction, "seed");
  if (prompt === null && seed === null) return "cannot-tell";
  const isAlike =
    prompt === trace.prompt && seed === trace.seed && !contradicts(prediction.input, trace.input);
  return isAlike ? "yes" : "no";
}

/** Whether one of our values came back as another; one that is left out says nothing. */
const contradicts = (repeated: Readonly<Record<string, unknown>>, sent: RunInput): boolean =>
  Object.entries(sent).some(([name, value]) => name in repeated && repeated[name] !== value);

/** The same for a training; without a webhook address, its zip's address is unique. */
export function matchTraining(training: Training, trace: TrainingTrace): RunMatch {
  if (training.webhook !== null) return training.webhook === trace.webhookUrl ? "yes" : "no";
  const zipUrl = textInput(training, "input_images");
  if (zipUrl === null) return "cannot-tell";
  return zipUrl === trace.zipUrl ? "yes" : "no";
}
