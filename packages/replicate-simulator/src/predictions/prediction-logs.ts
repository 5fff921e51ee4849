import type { JobProgress } from "../jobs/job-progress.ts";
import type { JobRecord } from "../jobs/job-record.ts";
import { tqdmBar } from "../jobs/tqdm-bar.ts";

/** The part of the run before and after the denoising, as fractions: loading weights, decoding and saving. */
const loadsUntil = 0.1;
const denoisesUntil = 0.95;

/** A running FLUX prediction's logs: the seed, the LoRAs, and one progress line for each step so far. */
export function predictionLogs(job: JobRecord, progress: JobProgress): string {
  const { fraction, elapsedSeconds } = progress;
  const { seed, steps } = job.plan;
  const lines = [`Using seed: ${seed}`];
  for (const reference of loraReferences(job)) lines.push(`Loading LoRA weights: ${reference}`);
  const denoised = Math.min(1, Math.max(0, (fraction - loadsUntil) / (denoisesUntil - loadsUntil)));
  const step = Math.floor(denoised * steps);
  const secondsAStep = step === 0 ? 0 : elapsedSeconds / Math.max(fraction, denoisesUntil) / steps;
  for (let done = 0; done <= step; done += 1) {
    lines.push(tqdmBar({ step: done, total: steps, elapsedSeconds: done * secondsAStep }));
  }
  return `${lines.join("\n")}\n`;
}

/** The last lines of a finished prediction: what the safety checker did. */
export function safetyCheckerLogs(unsafe: readonly number[], total: number): string {
  const found = unsafe.map((index) => `NSFW content detected in image ${index}\n`).join("");
  const safe = total - unsafe.length;
  return safe === 0 ? found : `${found}Total safe images: ${safe} out of ${total}\n`;
}

function loraReferences(job: JobRecord): string[] {
  return ["lora_weights", "extra_lora"].flatMap((name) => {
    const reference = job.input[name];
    return typeof reference === "string" ? [reference] : [];
  });
}
