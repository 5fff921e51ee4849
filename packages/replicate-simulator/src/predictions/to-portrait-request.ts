import type { PortraitRequest } from "../drawing/portrait-painter.ts";
import type { JobRecord } from "../jobs/job-record.ts";
import type { TrainedFace } from "../models/version-record.ts";

/** Reads a prediction's input as a picture to draw; defaults are those of the models' schemas. */
export function toPortraitRequest(
  job: JobRecord,
  size: { width: number; height: number },
  face: TrainedFace | null,
): PortraitRequest {
  const { input } = job;
  const number = (name: string, byDefault: number) => {
    const value = input[name];
    return typeof value === "number" ? value : byDefault;
  };
  const text = (name: string, byDefault: string) => {
    const value = input[name];
    return typeof value === "string" ? value : byDefault;
  };
  const extra = text("extra_lora", "");
  const format = text("output_format", "webp");
  const goFast = job.versionHidden ? input["go_fast"] !== false : input["go_fast"] === true;
  return {
    prompt: text("prompt", ""),
    index: 0,
    seed: job.plan.seed,
    ...size,
    format: format === "png" || format === "jpg" ? format : "webp",
    quality: number("output_quality", 80),
    guidance: number("guidance_scale", number("guidance", 3)),
    inferenceSteps: job.plan.steps,
    goFast,
    // fp8 does not repeat, even with a seed.
    variation: goFast ? job.id : null,
    face,
    loraScale: number("lora_scale", 1),
    extraLora: extra === "" ? null : { reference: extra, scale: number("extra_lora_scale", 1) },
  };
}
