import type { Account } from "../accounts/account.ts";
import { problem } from "../problems/problems.ts";
import { type JsonBody, textOf } from "../validation/json-body.ts";
import type { Simulation } from "../simulation.ts";
import type { ModelRecord } from "./model-record.ts";

/** Changes what may be changed of one's own model; what is not named stays. */
export async function updateModel(
  simulation: Simulation,
  account: Account,
  model: ModelRecord,
  change: JsonBody,
): Promise<ModelRecord> {
  if (model.owner !== account.username) {
    throw problem(403, "Forbidden", "You do not have permission to change this model");
  }
  const updated: ModelRecord = {
    ...model,
    description: textOf(change, "description") ?? model.description,
    readme: textOf(change, "readme") ?? model.readme,
    githubUrl: textOf(change, "github_url") ?? model.githubUrl,
    paperUrl: textOf(change, "paper_url") ?? model.paperUrl,
    weightsUrl: textOf(change, "weights_url") ?? model.weightsUrl,
    licenseUrl: textOf(change, "license_url") ?? model.licenseUrl,
  };
  await simulation.stores.models.put(updated);
  return updated;
}
