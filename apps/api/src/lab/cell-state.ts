import type { CellRow } from "./experiment.store.ts";

/** Where one portrait of an experiment stands. */
export type CellState =
  | { readonly state: "under-way" }
  | { readonly state: "made" }
  /** It came to nothing once, and is asked for again. */
  | { readonly state: "to-repeat" }
  | { readonly state: "missing"; readonly reason: string };

/**
 * Reads where a cell stands from its generation. One that failed is tried a second time, except when it was cancelled;
 * after that it is missing, with the reason.
 */
export const cellState = ({ attempt, generation, portrait }: CellRow): CellState => {
  if (generation.endedAt === null) return { state: "under-way" };
  if (portrait !== null) return { state: "made" };
  if (generation.status === "succeeded") return { state: "missing", reason: "deleted" };
  if (attempt === 1 && generation.status !== "canceled") return { state: "to-repeat" };
  return { state: "missing", reason: generation.errorCode ?? generation.status };
};

/** What the cells of an experiment cost, or will: a portrait that failed gave its credit back. */
export const creditsOf = (cells: readonly CellRow[]): { readonly spent: number; readonly held: number } => ({
  spent: cells.filter(({ generation }) => generation.status === "succeeded").length,
  held: cells.filter(({ generation }) => generation.endedAt === null).length,
});
