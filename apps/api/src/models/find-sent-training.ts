import type { LookUp, TrainingReport } from "../replicate/provider.ts";
import type { Studio } from "../studio/studio.ts";
import { webhookAddress } from "../studio/webhook-address.ts";
import type { TrainingRow } from "./model.store.ts";

/** Searches the provider's list for a training that was sent and whose answer never came. */
export const findSentTraining = (studio: Studio, row: TrainingRow): Promise<LookUp<TrainingReport>> => {
  // Its zip's address is written before it is sent.
  if (row.zipUrl === null) return Promise.resolve({ outcome: "not-found" });
  return studio.provider.findTraining({
    webhookUrl: webhookAddress(studio.settings.webhookBaseUrl, "training", row.id),
    zipUrl: row.zipUrl,
    notBefore: row.createdAt,
  });
};
