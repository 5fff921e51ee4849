import { createHash, hkdfSync } from "node:crypto";
import type { StudioKey } from "./keyring.ts";

const keyBytes = 32;
const nameCharacters = 12;

/**
 * A studio key made from the session secret, for a studio that was given that one alone. Every process with the same
 * secret has the same key; its name is a hash, and tells nothing of it.
 */
export const deriveKey = (secret: string): StudioKey => {
  const bytes = Buffer.from(hkdfSync("sha256", secret, "selfsame", "studio key", keyBytes));
  return { id: createHash("sha256").update(bytes).digest("hex").slice(0, nameCharacters), bytes };
};
