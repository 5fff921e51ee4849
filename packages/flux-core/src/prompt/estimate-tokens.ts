import type { TokenCounts } from "./built-prompt.ts";

/**
 * How many letters an encoder reads as one token, and how many each further token of a longer word covers.
 * Both vocabularies hold most common English words whole and cut rare ones into pieces.
 */
const CLIP_WORD = { whole: 9, piece: 3 } as const;
const T5_WORD = { whole: 8, piece: 4 } as const;

/** T5 reads the article "a" as the mark of a new word and the letter. */
const T5_SINGLE_LETTER = 2;

/** T5 cuts a number into pieces of about two digits; CLIP reads every digit by itself. */
const T5_DIGITS = 2;

const ZERO = 48;
const NINE = 57;
const LETTER_A = 97;
const LETTER_Z = 122;
const SPACE = 32;
const LAST_ASCII = 127;

/** The first code point that UTF-8 writes with three bytes: most scripts the encoders hardly know. */
const THREE_BYTES = 0x800;

/**
 * Estimated tokens of a text, without the marks of start and end. It adds up: the estimate of a text is the sum
 * of its clauses' and of one token for each comma between them. How far it is off is measured in
 * `estimate-tokens.test.ts`.
 */
export function estimateTokens(text: string): TokenCounts {
  let clip = 0;
  let t5 = 0;
  let letters = 0;
  let digits = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : SPACE;
    // Setting the bit of 32 makes an ASCII capital small and moves no other character into the letters.
    const small = code | SPACE;
    if (code <= LAST_ASCII && small >= LETTER_A && small <= LETTER_Z) {
      letters += 1;
      continue;
    }
    if (letters > 0) {
      clip += wordTokens(letters, CLIP_WORD);
      t5 += letters === 1 ? T5_SINGLE_LETTER : wordTokens(letters, T5_WORD);
      letters = 0;
    }
    if (code >= ZERO && code <= NINE) {
      digits += 1;
      continue;
    }
    if (digits > 0) {
      clip += digits;
      t5 += Math.ceil(digits / T5_DIGITS);
      digits = 0;
    }
    if (code <= SPACE) continue;
    const cost = code < THREE_BYTES ? 1 : 2;
    clip += cost;
    t5 += cost;
  }
  return { clip, t5 };
}

function wordTokens(letters: number, { whole, piece }: { whole: number; piece: number }): number {
  return letters <= whole ? 1 : 1 + Math.ceil((letters - whole) / piece);
}
