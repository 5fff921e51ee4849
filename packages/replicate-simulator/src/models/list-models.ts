import { problem } from "../problems/problems.ts";
import type { Simulation } from "../simulation.ts";
import { latestVersionOf } from "./latest-version-of.ts";
import type { ModelRecord } from "./model-record.ts";

/** The public models in the order asked for; by their latest version, newest first, when nothing is asked. */
export function listModels(
  simulation: Simulation,
  sortBy = "latest_version_created_at",
  direction = "desc",
): ModelRecord[] {
  if (
    !["latest_version_created_at", "model_created_at"].includes(sortBy) ||
    !["asc", "desc"].includes(direction)
  ) {
    throw problem(400, "Bad request", "Unknown sort_by or sort_direction");
  }
  const ageOf = (model: ModelRecord) =>
    sortBy === "model_created_at"
      ? model.sequence
      : (latestVersionOf(simulation, model.id)?.sequence ?? model.sequence);
  const sign = direction === "asc" ? 1 : -1;
  return simulation.stores.models
    .all()
    .filter((model) => model.visibility === "public")
    .map((model) => ({ model, age: ageOf(model) }))
    .toSorted((a, b) => sign * (a.age - b.age))
    .map(({ model }) => model);
}
