import { canSeeModel } from "../models/can-see-model.ts";
import { latestVersionOf } from "../models/latest-version-of.ts";
import { invalidVersion, notFound } from "../problems/problems.ts";
import type { Simulation } from "../simulation.ts";
import type { PredictionTarget } from "./create-prediction.ts";

/**
 * Reads the three forms of `version`: an official model's `owner/name`, `owner/name:<64 hex>`, or the bare 64 hex;
 * 422 when it is none of them, not there, or not this account's to run.
 */
export function findTarget(simulation: Simulation, account: string, reference: string): PredictionTarget {
  const parts = /^(?:([^/:]+\/[^/:]+):)?([0-9a-f]{64})$/.exec(reference);
  if (parts === null) {
    const official = findOfficial(simulation, reference);
    if (official === null) throw invalidVersion();
    return official;
  }
  const [, modelName, versionId = ""] = parts;
  const version = simulation.stores.versions.get(versionId);
  const model = version === undefined ? undefined : simulation.stores.models.get(version.model);
  if (version === undefined || model === undefined || !canSeeModel(model, account)) throw invalidVersion();
  if (modelName !== undefined && modelName !== model.id) throw invalidVersion();
  return { version, hidden: model.isOfficial, deployment: null };
}

/** An official model by its name alone; 404 for every other model, which has to be addressed by version. */
export function findOfficialTarget(simulation: Simulation, owner: string, name: string): PredictionTarget {
  const target = findOfficial(simulation, `${owner}/${name}`);
  if (target === null) throw notFound("The requested resource could not be found.");
  return target;
}

function findOfficial(simulation: Simulation, id: string): PredictionTarget | null {
  const version = latestVersionOf(simulation, id);
  if (simulation.stores.models.get(id)?.isOfficial !== true || version === undefined) return null;
  return { version, hidden: true, deployment: null };
}
