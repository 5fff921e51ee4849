/** A source of numbers in [0, 1); the same seed gives the same sequence on every platform. */
export type Random = () => number;

const keyPattern = /^[0-9a-f]{16}$/;

/** Whether the text is a 64-bit key: 16 lower-case hexadecimal digits. */
export function isIdentityKey(text: string): boolean {
  return keyPattern.test(text);
}

/**
 * The 64-bit key of any text, as 16 hexadecimal digits (two 32-bit multiply-rotate lanes, as in MurmurHash3's
 * finaliser). Not a cryptographic hash: it spreads, it does not protect.
 *
 * @example keyOfText("Anna") // "…16 hex digits"
 */
export function keyOfText(text: string): string {
  let high = 0x9e3779b9 ^ text.length;
  let low = 0x85ebca6b ^ text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = rotate(Math.imul(high ^ code, 0xcc9e2d51), 15);
    low = rotate(Math.imul(low ^ code, 0x1b873593), 13);
  }
  high = finish(high ^ finish(low));
  low = finish(low ^ high);
  return hex32(high) + hex32(low);
}

/** The generator for a text or a number (sfc32, seeded by the text's 64-bit key). */
export function randomFrom(seed: string | number): Random {
  const key = keyOfText(String(seed));
  let a = Number.parseInt(key.slice(0, 8), 16) | 0;
  let b = Number.parseInt(key.slice(8, 16), 16) | 0;
  let c = 0x2545f491;
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (rotate(c, 21) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let round = 0; round < 12; round += 1) next();
  return next;
}

/** One of the choices, each as likely as its weight. */
export function pickWeighted<Choice>(
  random: Random,
  choices: readonly [readonly [Choice, number], ...(readonly [Choice, number])[]],
): Choice {
  let rest = random() * choices.reduce((total, [, weight]) => total + weight, 0);
  for (const [choice, weight] of choices) {
    rest -= weight;
    if (rest < 0) return choice;
  }
  return choices[0][0];
}

/** One of the choices, all equally likely. */
export function pick<Choice>(random: Random, choices: readonly [Choice, ...Choice[]]): Choice {
  return choices[Math.floor(random() * choices.length)] ?? choices[0];
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

function finish(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

function hex32(value: number): string {
  return (value >>> 0).toString(16).padStart(8, "0");
}
