import { notFound } from "../problems/problems.ts";
import type { Simulation } from "../simulation.ts";
import { canSeeModel } from "./can-see-model.ts";
import type { ModelRecord } from "./model-record.ts";
import type { VersionRecord } from "./version-record.ts";

/** A model this account may see; 404 otherwise, also for somebody else's private one. */
export function findModel(simulation: Simulation, account: string, owner: string, name: string): ModelRecord {
  const model = simulation.stores.models.get(`${owner}/${name}`);
  if (model === undefined || !canSeeModel(model, account))
    throw notFound("The requested resource could not be found.");
  return model;
}

/** A version of that model; 404 when it is not one. */
export function findVersion(simulation: Simulation, model: ModelRecord, versionId: string): VersionRecord {
  const version = simulation.stores.versions.get(versionId);
  if (version === undefined || version.model !== model.id) {
    throw notFound("The requested resource could not be found.");
  }
  return version;
}
