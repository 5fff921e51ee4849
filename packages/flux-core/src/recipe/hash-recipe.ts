import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "./canonical-json.ts";
import type { Recipe } from "./recipe.ts";

/** The sha-256 of a checked recipe's canonical JSON, its hash left out, as 64 hexadecimal digits. */
export function hashRecipe(recipe: Recipe): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(recipe))));
}
