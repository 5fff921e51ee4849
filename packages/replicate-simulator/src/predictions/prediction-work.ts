import { outputSize } from "../drawing/output-size.ts";
import type { PortraitRequest } from "../drawing/portrait-painter.ts";
import type { JobRecord } from "../jobs/job-record.ts";
import type { JobWork, MadeFile, WorkOutcome } from "../jobs/job-work.ts";
import { SeededRandom } from "../random/seeded-random.ts";
import type { Simulation } from "../simulation.ts";
import { safetyCheckerLogs } from "./prediction-logs.ts";
import { faceOf } from "./face-of.ts";
import { toPortraitRequest } from "./to-portrait-request.ts";

const nsfwError =
  "All generated images contained NSFW content. Try running it again with a different prompt.";

const contentTypes = { png: "image/png", jpg: "image/jpeg", webp: "image/webp" } as const;

/** Draws a prediction's pictures, one after the other. */
export class PredictionWork implements JobWork {
  readonly #simulation: Simulation;

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
  }

  async begin(job: JobRecord, signal: AbortSignal): Promise<WorkOutcome> {
    const broken = brokenOutcome(job);
    if (broken !== null) return broken;
    const size = outputSize(job.input);
    if (size === null) return failSoon("width and height must be specified when aspect_ratio is custom");
    const face = faceOf(this.#simulation, job);
    if (!face.ok) return failSoon(face.error);
    const request = toPortraitRequest(job, size, face.face);
    const total = typeof job.input["num_outputs"] === "number" ? job.input["num_outputs"] : 1;
    const unsafe = unsafeImages(job, total);
    const closingLogs = job.input["disable_safety_checker"] === true ? "" : safetyCheckerLogs(unsafe, total);
    if (unsafe.length === total) return { ok: false, soon: false, error: nsfwError, closingLogs };
    const files: MadeFile[] = [];
    for (let index = 0; index < total; index += 1) {
      if (unsafe.includes(index)) continue;
      if (signal.aborted) break;
      files.push(await this.#draw({ ...request, index }));
    }
    return { ok: true, files, face: null, closingLogs };
  }

  async #draw(request: PortraitRequest): Promise<MadeFile> {
    return {
      name: `out-${request.index}.${request.format}`,
      contentType: contentTypes[request.format],
      bytes: await this.#simulation.painter(request),
    };
  }
}

function brokenOutcome(job: JobRecord): WorkOutcome | null {
  if (job.plan.faults.includes("failed")) {
    return {
      ok: false,
      soon: false,
      error: "Prediction failed for an unknown reason. (E1000)",
      closingLogs: "",
    };
  }
  if (job.plan.faults.includes("failed-after-success-logs")) {
    const total = typeof job.input["num_outputs"] === "number" ? job.input["num_outputs"] : 1;
    const closingLogs = safetyCheckerLogs([], total);
    return { ok: false, soon: false, error: "Prediction failed for an unknown reason. (E1000)", closingLogs };
  }
  return null;
}

function failSoon(error: string): WorkOutcome {
  return { ok: false, soon: true, error, closingLogs: "" };
}

/** Which pictures the safety checker drops: all, or at least one but never the last one left. */
function unsafeImages(job: JobRecord, total: number): number[] {
  if (job.input["disable_safety_checker"] === true) return [];
  const all = Array.from({ length: total }, (_, index) => index);
  if (job.plan.faults.includes("nsfw-all")) return all;
  if (!job.plan.faults.includes("nsfw-some") || total < 2) return [];
  const random = SeededRandom.from(job.plan.seed).fork("safety checker");
  const kept = random.below(total);
  const dropped = all.filter((index) => index !== kept && random.unit() < 0.5);
  return dropped.length > 0 ? dropped : [(kept + 1) % total];
}
