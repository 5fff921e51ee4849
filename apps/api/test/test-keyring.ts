import { createKeyring, type Keyring } from "../src/keys/keyring.ts";

/** A key of the tests: the same byte 32 times. */
export const testKey = (id: string, byte: number) => ({ id, bytes: new Uint8Array(32).fill(byte) });

/** The keys of every test studio that is not about keys. */
export const testKeyring: Keyring = createKeyring([testKey("test", 7)]);
