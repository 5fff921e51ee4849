import { findRunnable } from "../models/model.store.ts";
import type { GenerationReport, LookUp } from "../replicate/provider.ts";
import type { Studio } from "../studio/studio.ts";
import { webhookAddress } from "../studio/webhook-address.ts";
import { type GenerationRow, listTwinProviderIds } from "./generation.store.ts";

/** Searches the provider's list for a generation that was sent and whose answer never came. */
export const findSentGeneration = async (
  studio: Studio,
  row: GenerationRow,
): Promise<LookUp<GenerationReport>> => {
  const { version, taken } = await studio.actingAs(row.subjectId, async (tx) => ({
    version: (await findRunnable(tx, row.trainingId))?.version ?? null,
    taken: await listTwinProviderIds(tx, row),
  }));
  if (version === null) throw new Error(`Generation ${row.id} has lost its model`);
  return studio.provider.findGeneration({
    webhookUrl: webhookAddress(studio.settings.webhookBaseUrl, "generation", row.id),
    version,
    prompt: row.prompt,
    seed: row.seed,
    input: row.input,
    taken,
    notBefore: row.createdAt,
  });
};
