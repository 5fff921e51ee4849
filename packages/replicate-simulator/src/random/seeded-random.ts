import { createHash, randomBytes } from "node:crypto";

/**
 * A stream of numbers that the same seed repeats (mulberry32, a public-domain generator by Tommy Ettinger). It is
 * for plausible durations and probabilities, never for secrets.
 *
 * @example
 * const random = SeededRandom.from("schedule 17");
 * random.fork("faults").unit(); // the same on every run
 */
export class SeededRandom {
  readonly #seed: string;
  #state: number;

  private constructor(seed: string) {
    this.#seed = seed;
    this.#state = createHash("sha256").update(seed).digest().readUInt32LE(0);
  }

  /** A stream for this seed, or an unpredictable one when there is none. */
  static from(seed?: string | number): SeededRandom {
    return new SeededRandom(seed === undefined ? randomBytes(16).toString("hex") : String(seed));
  }

  /** An independent stream; it does not move this one, so unrelated draws cannot disturb each other. */
  fork(name: string): SeededRandom {
    return new SeededRandom(`${this.#seed}/${name}`);
  }

  /** From 0, below 1. */
  unit(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0, below `end`. */
  below(end: number): number {
    return Math.floor(this.unit() * end);
  }

  /** From `low`, below `high`. */
  between(low: number, high: number): number {
    return low + this.unit() * (high - low);
  }

  /** Letters of an alphabet, one by one. */
  letters(alphabet: string, length: number): string {
    let text = "";
    for (let index = 0; index < length; index += 1) text += alphabet.charAt(this.below(alphabet.length));
    return text;
  }
}
