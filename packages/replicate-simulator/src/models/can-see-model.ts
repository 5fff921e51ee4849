import type { ModelRecord } from "./model-record.ts";

/** True when this account may see and run the model: a private one is its owner's alone. */
export function canSeeModel(model: ModelRecord, account: string): boolean {
  return model.visibility === "public" || model.owner === account;
}
