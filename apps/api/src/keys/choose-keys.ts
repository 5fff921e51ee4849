import { deriveKey } from "./derive-key.ts";
import { keepKeys, keptKeys } from "./keep-keys.ts";
import type { StudioKey } from "./keyring.ts";

/**
 * Which keys a process works with, newest first: the given ones; else one derived from each given session secret, so
 * that processes which share the secret share the keys, and behind them what the folder has; else the folder's.
 */
export const chooseKeys = async (given: {
  readonly keys: readonly StudioKey[] | undefined;
  readonly secrets: readonly string[];
  readonly folder: string;
}): Promise<readonly StudioKey[]> => {
  if (given.keys !== undefined) return given.keys;
  if (given.secrets.length === 0) return keepKeys(given.folder);
  return [...given.secrets.map(deriveKey), ...(await keptKeys(given.folder))];
};
