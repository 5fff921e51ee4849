import type { JobRecord } from "../jobs/job-record.ts";
import { canSeeModel } from "../models/can-see-model.ts";
import { latestVersionOf } from "../models/latest-version-of.ts";
import type { TrainedFace, VersionRecord } from "../models/version-record.ts";
import type { Simulation } from "../simulation.ts";

type Found = { ok: true; face: TrainedFace | null } | { ok: false; error: string };

const outside = [
  /^(?:https?:\/\/)?huggingface\.co\/[^/]+\/[^/]+(?:\/.+\.safetensors)?\/?$/,
  /^(?:https?:\/\/)?civitai\.com\/models\/\d+(?:\/[^/?]+)?\/?$/,
  /^https?:\/\/.+\.safetensors(?:\?.*)?$/,
  /^data:/,
];

/** The face a prediction draws: its version's own, or that of the LoRA it names; checks both LoRA references. */
export function faceOf(simulation: Simulation, job: JobRecord): Found {
  const { lora_weights: main, extra_lora: extra } = job.input;
  if (typeof extra === "string") {
    const found = resolveReference(simulation, job, extra);
    if (!found.ok) return found;
  }
  if (typeof main === "string") return resolveReference(simulation, job, main);
  return { ok: true, face: simulation.stores.versions.get(job.versionId)?.face ?? null };
}

/** A LoRA from outside is accepted by its form and changes no identity; one of this simulator is looked up. */
function resolveReference(simulation: Simulation, job: JobRecord, reference: string): Found {
  const delivered = /\/delivery\/([^/]+\/trained_model\.tar)$/.exec(reference)?.[1];
  if (delivered !== undefined) {
    const made = simulation.stores.jobs
      .all()
      .find((other) => other.files?.some(({ path }) => path === delivered));
    return faceOfVersion(simulation, job, simulation.stores.versions.get(made?.trainedVersionId ?? ""));
  }
  if (outside.some((form) => form.test(reference))) return { ok: true, face: null };
  const own = /^(?:https?:\/\/replicate\.com\/)?([^/]+\/[^/]+?)(?:\/(?:versions\/)?([0-9a-f]{64}))?\/?$/.exec(
    reference,
  );
  const [, model, versionId] = own ?? [];
  if (model === undefined) return { ok: false, error: `Failed to parse URL: ${reference}` };
  const version =
    versionId === undefined ? latestVersionOf(simulation, model) : simulation.stores.versions.get(versionId);
  return faceOfVersion(simulation, job, version?.model === model ? version : undefined);
}

function faceOfVersion(simulation: Simulation, job: JobRecord, version: VersionRecord | undefined): Found {
  const model = version === undefined ? undefined : simulation.stores.models.get(version.model);
  if (version === undefined || model === undefined || !canSeeModel(model, job.account)) {
    return { ok: false, error: "Weights not found at the supplied URL. Please check the URL." };
  }
  return { ok: true, face: version.face };
}
