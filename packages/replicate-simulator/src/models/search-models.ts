import type { Simulation } from "../simulation.ts";
import type { ModelRecord } from "./model-record.ts";

/** Public models whose name or description holds a word of the query, the best match first. */
export function searchModels(simulation: Simulation, query: string): { model: ModelRecord; score: number }[] {
  const words = query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return simulation.stores.models
    .all()
    .filter((model) => model.visibility === "public")
    .map((model) => {
      const text = `${model.id} ${model.description ?? ""}`.toLowerCase();
      return { model, score: words.filter((word) => text.includes(word)).length };
    })
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
}
