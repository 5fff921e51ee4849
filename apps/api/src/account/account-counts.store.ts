import { count } from "drizzle-orm";
import type { SubjectTransaction } from "../db/acting-as.ts";
import { generations, portraits } from "../db/schema/generations.ts";
import { portraitModels, trainings } from "../db/schema/models.ts";
import { selfies } from "../db/schema/selfies.ts";

/** How many things of each kind the acting subject has. */
export interface OwnedCounts {
  readonly selfies: number;
  readonly portraits: number;
  readonly generations: number;
  readonly trainings: number;
  readonly models: number;
}

/** Counts what the acting subject owns; row-level security is the only filter and enough. */
export const countOwned = async (tx: SubjectTransaction): Promise<OwnedCounts> => {
  const countRows = async (
    table: typeof selfies | typeof portraits | typeof generations | typeof trainings | typeof portraitModels,
  ) => (await tx.select({ rows: count() }).from(table))[0]?.rows ?? 0;
  return {
    selfies: await countRows(selfies),
    portraits: await countRows(portraits),
    generations: await countRows(generations),
    trainings: await countRows(trainings),
    models: await countRows(portraitModels),
  };
};
