import type { JobRecord } from "../jobs/job-record.ts";
import type { JobWork, MadeFile, WorkOutcome } from "../jobs/job-work.ts";
import type { TrainedFace } from "../models/version-record.ts";
import type { Simulation } from "../simulation.ts";
import { fetchInputBytes } from "./fetch-input-bytes.ts";
import { readTrainingZip } from "./read-training-zip.ts";
import { readTrainedIdentity, type TrainedIdentity } from "./read-trained-identity.ts";
import { trainedShare } from "./trained-share.ts";
import { weightsTar } from "./weights-tar.ts";

/** Reads a training's zip and works out whose face, and how close to it, the new version will draw. */
export class TrainingWork implements JobWork {
  readonly #simulation: Simulation;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
  }

  /** One zip at a time, so that memory holds one. */
  begin(job: JobRecord, signal: AbortSignal): Promise<WorkOutcome> {
    const begun = this.#queue.then(() => this.#train(job, signal));
    this.#queue = begun.catch(() => undefined);
    return begun;
  }

  async #train(job: JobRecord, signal: AbortSignal): Promise<WorkOutcome> {
    if (signal.aborted) return failSoon("Training was canceled");
    const address = job.input["input_images"];
    if (typeof address !== "string") return failSoon("input_images must be provided");
    const fetched = await fetchInputBytes(this.#simulation, job.account, address);
    if (!fetched.ok) return failSoon(fetched.error);
    const zip = await readTrainingZip(fetched.bytes);
    if (!zip.ok) return failSoon(zip.error);
    await this.#simulation.stores.jobs.update(job.id, (current) => ({
      ...current,
      imageCount: zip.entries.length,
    }));
    if (job.plan.faults.includes("failed")) {
      return {
        ok: false,
        soon: false,
        error: "Training failed for an unknown reason. (E1000)",
        closingLogs: "",
      };
    }
    let identity: TrainedIdentity;
    try {
      identity = await readTrainedIdentity(zip.entries, zip.sha256);
    } catch {
      // A checksum or a length in the zip is wrong; pictures that cannot be decoded do not come here.
      return failSoon("input_images holds a damaged file");
    }
    if (identity.pictures === 0) return failSoon("No images found in input_images");
    if (job.plan.faults.includes("failed-after-success-logs")) {
      const error = "Failed to create trained image after successful training run";
      return { ok: false, soon: false, error, closingLogs: "" };
    }
    const trigger = job.input["trigger_word"];
    const face: TrainedFace = {
      identitySeed: identity.seed,
      fromMark: identity.fromMark,
      share: trainedShare({ pictures: identity.pictures, variety: identity.variety, steps: job.plan.steps }),
      triggerWord: typeof trigger === "string" ? trigger : "TOK",
    };
    return { ok: true, files: [weightsFile(face, job)], face, closingLogs: "" };
  }
}

function weightsFile(face: TrainedFace, job: JobRecord): MadeFile {
  return {
    name: "trained_model.tar",
    contentType: "application/x-tar",
    bytes: weightsTar({ ...face, trainingId: job.id, simulated: true }),
  };
}

function failSoon(error: string): WorkOutcome {
  return { ok: false, soon: true, error, closingLogs: "" };
}
