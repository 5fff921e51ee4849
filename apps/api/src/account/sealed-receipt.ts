import { randomBytes } from "node:crypto";
import { createKeyring, SealedBytesError } from "../keys/keyring.ts";
import { type DeletionReceipt, deletionReceipt } from "./deletion-line.ts";

const keyBytes = 32;
const purpose = "deletion receipts";

/** What opens one receipt, as its person is given it: base64url. */
export const newReceiptKey = (): string => randomBytes(keyBytes).toString("base64url");

const keyringOf = (key: string) => createKeyring([{ id: "receipt", bytes: Buffer.from(key, "base64url") }]);

/** Encrypts a receipt with its own key. */
export const sealReceipt = (id: string, key: string, receipt: DeletionReceipt): string =>
  keyringOf(key).encrypt(purpose, id, Buffer.from(JSON.stringify(receipt)));

/** A receipt as it was; undefined with another key than its own. */
export const openReceipt = (id: string, key: string, sealed: string): DeletionReceipt | undefined => {
  try {
    const plain = keyringOf(key).decrypt(purpose, id, sealed);
    return deletionReceipt.parse(JSON.parse(plain.toString()));
  } catch (error) {
    if (error instanceof SealedBytesError || error instanceof RangeError) return undefined;
    throw error;
  }
};
