import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";

/** One key of the studio: a name that is no secret, and 32 random bytes that are. */
export interface StudioKey {
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** What a key is used for. Each use has a key of its own, derived, so that nothing sealed for one opens for another. */
export type KeyPurpose = "pseudonyms" | "embeddings" | "isolation seal" | "exports" | "deletion receipts";

/** Who vouches for a text: the key's name, and a keyed hash of the text in hex. */
export interface Seal {
  readonly keyId: string;
  readonly tag: string;
}

/**
 * The studio's keys, newest first: the newest seals, every one of them opens. A key that is taken out of the list
 * opens nothing any more, so what it sealed is sealed again first.
 */
export interface Keyring {
  readonly newestKeyId: string;
  /** Encrypts bytes for one purpose and one place; they open nowhere else. Base64url, with the key's name inside. */
  readonly encrypt: (purpose: KeyPurpose, place: string, plain: Uint8Array) => string;
  /** @throws SealedBytesError for bytes of another place, altered ones, and ones whose key is not in the list */
  readonly decrypt: (purpose: KeyPurpose, place: string, sealed: string) => Buffer;
  /** The name of the key that encrypted bytes; undefined for what is no such thing. */
  readonly keyIdOf: (sealed: string) => string | undefined;
  readonly seal: (purpose: KeyPurpose, text: string) => Seal;
  /** Whether a seal is ours; `unknown-key` when its key is not in the list, so that nothing can be said. */
  readonly check: (purpose: KeyPurpose, text: string, seal: Seal) => "ours" | "not-ours" | "unknown-key";
}

/** Bytes that cannot be opened: altered, meant for another place, or sealed with a key that the studio does not have. */
export class SealedBytesError extends Error {
  override readonly name = "SealedBytesError";
}

const format = 1;
const nonceBytes = 12;
const tagBytes = 16;
const keyBytes = 32;

/**
 * Makes a keyring: AES-256-GCM to encrypt, HMAC-SHA-256 to seal, HKDF-SHA-256 for a key per purpose.
 *
 * @param keys newest first; at least one, each of 32 bytes, every id once
 */
export const createKeyring = (keys: readonly StudioKey[]): Keyring => {
  const [newest] = keys;
  if (newest === undefined) throw new RangeError("A keyring has at least one key");
  for (const { id, bytes } of keys)
    if (bytes.length !== keyBytes)
      throw new RangeError(`The key ${id} has ${bytes.length} bytes, not ${keyBytes}`);
  const derived = new Map<string, Buffer>();
  const keyFor = (purpose: KeyPurpose, { id, bytes }: StudioKey): Buffer => {
    const name = `${purpose} ${id}`;
    const known = derived.get(name);
    if (known !== undefined) return known;
    const fresh = Buffer.from(hkdfSync("sha256", bytes, "selfsame", purpose, keyBytes));
    derived.set(name, fresh);
    return fresh;
  };
  const find = (id: string): StudioKey | undefined => keys.find((key) => key.id === id);
  const tagOf = (purpose: KeyPurpose, key: StudioKey, text: string): Buffer =>
    createHmac("sha256", keyFor(purpose, key)).update(text).digest();
  return {
    newestKeyId: newest.id,
    encrypt: (purpose, place, plain) => {
      const nonce = randomBytes(nonceBytes);
      const header = headerOf(newest.id);
      const cipher = createCipheriv("aes-256-gcm", keyFor(purpose, newest), nonce, {
        authTagLength: tagBytes,
      });
      cipher.setAAD(Buffer.concat([header, Buffer.from(place)]));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([header, nonce, body, cipher.getAuthTag()]).toString("base64url");
    },
    decrypt: (purpose, place, sealed) => {
      const parts = partsOf(sealed);
      const key = parts === undefined ? undefined : find(parts.keyId);
      if (parts === undefined) throw new SealedBytesError("These bytes were not sealed by a keyring");
      if (key === undefined)
        throw new SealedBytesError(`The key ${parts.keyId} is not among the studio's keys`);
      const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose, key), parts.nonce, {
        authTagLength: tagBytes,
      });
      decipher.setAAD(Buffer.concat([headerOf(parts.keyId), Buffer.from(place)]));
      decipher.setAuthTag(parts.tag);
      try {
        return Buffer.concat([decipher.update(parts.body), decipher.final()]);
      } catch (cause) {
        throw new SealedBytesError("These bytes were altered, or belong to another place", { cause });
      }
    },
    keyIdOf: (sealed) => partsOf(sealed)?.keyId,
    seal: (purpose, text) => ({ keyId: newest.id, tag: tagOf(purpose, newest, text).toString("hex") }),
    check: (purpose, text, { keyId, tag }) => {
      const key = find(keyId);
      if (key === undefined) return "unknown-key";
      // Compared as written: reading hex would overlook what stands behind it.
      const expected = Buffer.from(tagOf(purpose, key, text).toString("hex"));
      const given = Buffer.from(tag);
      return given.length === expected.length && timingSafeEqual(given, expected) ? "ours" : "not-ours";
    },
  };
};

/** Format, length of the key's name, the name. */
const headerOf = (keyId: string): Buffer => {
  const name = Buffer.from(keyId);
  return Buffer.concat([Buffer.from([format, name.length]), name]);
};

const partsOf = (sealed: string) => {
  const bytes = Buffer.from(sealed, "base64url");
  // Bits that the encoding leaves over say nothing, and yet are not what was written.
  if (bytes.toString("base64url") !== sealed) return undefined;
  const nameLength = bytes[1];
  if (bytes[0] !== format || nameLength === undefined) return undefined;
  const nonceStart = 2 + nameLength;
  const bodyStart = nonceStart + nonceBytes;
  if (bytes.length < bodyStart + tagBytes) return undefined;
  return {
    keyId: bytes.subarray(2, nonceStart).toString(),
    nonce: bytes.subarray(nonceStart, bodyStart),
    body: bytes.subarray(bodyStart, bytes.length - tagBytes),
    tag: bytes.subarray(bytes.length - tagBytes),
  };
};
