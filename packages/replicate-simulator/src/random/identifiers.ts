import { createHash, randomBytes } from "node:crypto";
import { SeededRandom } from "./seeded-random.ts";

const base32 = "abcdefghijklmnopqrstuvwxyz234567";
const alphanumeric = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/** Makes the simulator's ids: unguessable ones, or repeatable ones when there is a seed. */
export class Identifiers {
  readonly #bytes: (length: number) => Buffer;

  constructor(seed?: string | number) {
    if (seed === undefined) {
      this.#bytes = randomBytes;
      return;
    }
    const random = SeededRandom.from(seed).fork("ids");
    this.#bytes = (length) => Buffer.from(Array.from({ length }, () => random.below(256)));
  }

  /** 26 characters of lower-case base32: a prediction, training or file. */
  resource(): string {
    return Array.from(this.#bytes(26), (byte) => base32.charAt(byte % 32)).join("");
  }

  /** 64 hex digits: a model version. */
  version(): string {
    return createHash("sha256").update(this.#bytes(32)).digest("hex");
  }

  /** The unguessable part of a delivered file's address. */
  delivery(): string {
    return Array.from(this.#bytes(40), (byte) => alphanumeric.charAt(byte % 62)).join("");
  }

  /** A webhook message's id. */
  message(): string {
    return `msg_${Array.from(this.#bytes(27), (byte) => alphanumeric.charAt(byte % 62)).join("")}`;
  }

  /** A signing secret: `whsec_` and 24 bytes in base64, as the provider's look. */
  secret(): string {
    return `whsec_${this.#bytes(24).toString("base64")}`;
  }
}
