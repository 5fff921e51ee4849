import type { JobProgress } from "../jobs/job-progress.ts";
import type { JobRecord } from "../jobs/job-record.ts";
import { tqdmBar } from "../jobs/tqdm-bar.ts";

/** The share of the run that is over when the first training step is taken. */
const preparesUntil = 0.1;

/** How many of the training's progress lines are kept; the real trainer's log holds far fewer than one a step. */
const progressLines = 100;

/** A running training's logs, as the FLUX trainer on ai-toolkit writes them. */
export function trainingLogs(job: JobRecord, progress: JobProgress): string {
  const { fraction, elapsedSeconds } = progress;
  const { steps } = job.plan;
  const pictures = job.imageCount;
  if (pictures === null) return "";
  const lines = [`Extracted ${pictures} files from zip to input_images`];
  if (job.input["autocaption"] !== false && fraction >= 0.01) {
    lines.push(`Captioning ${pictures} images`);
  }
  if (fraction >= 0.03) lines.push("Starting train job", "Running 1 process", "Loading Flux model");
  if (fraction >= 0.06) {
    const rank = typeof job.input["lora_rank"] === "number" ? job.input["lora_rank"] : 16;
    lines.push(
      `create LoRA network. base dim (rank): ${rank}, alpha: ${rank}`,
      "Dataset: input_images",
      "  -  Preprocessing image dimensions",
      tqdmBar({ step: pictures, total: pictures, elapsedSeconds: 0 }),
      `  -  Found ${pictures} images`,
      "Caching latents for input_images",
      tqdmBar({ step: pictures, total: pictures, elapsedSeconds: 0 }),
    );
  }
  if (fraction >= preparesUntil) lines.push(...stepLines(job, steps, fraction, elapsedSeconds));
  if (fraction >= 1) {
    lines.push(
      `Saved to output/flux_train_replicate/flux_train_replicate.safetensors`,
      "output/flux_train_replicate/",
      "output/flux_train_replicate/lora.safetensors",
      "output/flux_train_replicate/captions/",
      "output/flux_train_replicate/config.yaml",
    );
  }
  return `${lines.join("\n")}\n`;
}

function stepLines(job: JobRecord, steps: number, fraction: number, elapsedSeconds: number): string[] {
  const trained = Math.min(1, (fraction - preparesUntil) / (1 - preparesUntil));
  const current = Math.floor(trained * steps);
  const secondsAStep = current === 0 ? 0 : ((1 - preparesUntil) * elapsedSeconds) / (fraction * steps);
  const every = Math.max(1, Math.ceil(steps / progressLines));
  const rate = typeof job.input["learning_rate"] === "number" ? job.input["learning_rate"] : 0.0004;
  const lines: string[] = [];
  for (let step = 0; step <= current; step += every) lines.push(stepLine(step));
  if (current % every !== 0) lines.push(stepLine(current));
  return lines;

  function stepLine(step: number): string {
    return tqdmBar({
      step,
      total: steps,
      elapsedSeconds: step * secondsAStep,
      description: "flux_train_replicate",
      ...(step === 0
        ? {}
        : { postfix: `lr: ${asPython(rate, 1)} loss: ${asPython(lossAt(step, steps), 3)}` }),
    });
  }
}

/** A loss that falls and flattens, as every such curve does; nothing is computed from it. */
function lossAt(step: number, steps: number): number {
  const wobble = 0.03 * Math.sin(step * 12.9898);
  return 0.28 + 0.22 * Math.exp((-4 * step) / steps) + wobble;
}

/** Python's `%e`: the exponent has two digits at least. */
function asPython(value: number, digits: number): string {
  return value.toExponential(digits).replace(/e([+-])(\d)$/, "e$10$2");
}
