import type { Account } from "../accounts/account.ts";
import { problem } from "../problems/problems.ts";
import type { Simulation } from "../simulation.ts";
import { versionsOf } from "./latest-version-of.ts";
import type { ModelRecord } from "./model-record.ts";

/** Deletes one's own private model that has no versions. */
export async function deleteModel(
  simulation: Simulation,
  account: Account,
  model: ModelRecord,
): Promise<void> {
  if (model.owner !== account.username) {
    throw problem(403, "Forbidden", "You do not have permission to delete this model");
  }
  if (model.visibility !== "private") throw problem(403, "Forbidden", "You can only delete private models");
  if (versionsOf(simulation, model.id).length > 0) {
    throw problem(403, "Forbidden", "You can only delete models that have no versions associated with them");
  }
  await simulation.stores.models.remove(model.id);
}
