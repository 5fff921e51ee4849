import { randomBytes } from "node:crypto";
import { findSubject } from "../account/account.store.ts";
import { resealFaces } from "../measuring/reseal-faces.ts";
import type { Studio, SubjectTransaction } from "../studio/studio.ts";
import { anchorChains } from "./anchor-chains.ts";
import { appendEntry } from "./append-entry.ts";
import { insertPseudonymKey, listPseudonymKeys, updateSealedKey } from "./chain.store.ts";
import { placeOfPseudonymKey, pseudonymKeyBytes } from "./pseudonym-key.ts";

type RotationParts = Pick<Studio, "actingAs" | "chains" | "anchors" | "keyring" | "clock">;

const subjectsPerPage = 500;

/**
 * Brings everything that the studio's keys hold under the newest of them: every subject's pseudonym keys and the
 * faces of their selfies are encrypted again, each subject gets a fresh one for what is to come, and heads and anchors get a new seal. Afterwards the older
 * keys open nothing that is needed, and can be taken out of the list. Safe to repeat.
 *
 * @returns how many subjects' keys were rotated
 * @throws SealedBytesError when a key that is still needed is not in the list; those before it are done
 */
export const rotateKeys = async (parts: RotationParts): Promise<number> => {
  let rotated = 0;
  for (let after: string | null = null; ;) {
    const page: string[] = await parts.chains.subjectsAfter(after, subjectsPerPage);
    for (const subjectId of page) {
      const isRotated = await parts.actingAs(subjectId, (tx) => rotateOf(parts, tx, subjectId));
      if (isRotated) rotated += 1;
    }
    after = page.at(-1) ?? null;
    if (page.length < subjectsPerPage) break;
  }
  // The heads of closed chains keep the seal they have; an anchor under the newest seal vouches for them.
  while ((await anchorChains(parts)) > 0);
  return rotated;
};

const rotateOf = async (
  parts: RotationParts,
  tx: SubjectTransaction,
  subjectId: string,
): Promise<boolean> => {
  if ((await findSubject(tx, subjectId)) === undefined) return false;
  const { keyring, clock } = parts;
  const keys = await listPseudonymKeys(tx, subjectId);
  for (const { number, sealedKey } of keys) {
    const place = placeOfPseudonymKey(subjectId, number);
    const plain = keyring.decrypt("pseudonyms", place, sealedKey);
    await updateSealedKey(tx, subjectId, { number, sealedKey: keyring.encrypt("pseudonyms", place, plain) });
  }
  await resealFaces(keyring, tx, subjectId);
  const newest = keys[0];
  if (newest !== undefined) {
    const number = newest.number + 1;
    const place = placeOfPseudonymKey(subjectId, number);
    const sealedKey = keyring.encrypt("pseudonyms", place, randomBytes(pseudonymKeyBytes));
    await insertPseudonymKey(tx, { subjectId, number, sealedKey, createdAt: clock.now() });
  }
  await appendEntry(parts, tx, subjectId, { kind: "keys-rotated" });
  return true;
};
