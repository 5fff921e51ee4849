import type { TokenCounts } from "./built-prompt.ts";

/** Letters one token covers on average in long words; shorter words are one token. */
const CLIP_WORD = 8;
const T5_WORD = 5;

/** Estimated tokens of a text, without the encoders' start and end tokens. */
export function estimateTokens(text: string): TokenCounts {
  let clip = 0;
  let t5 = 0;
  let letters = 0;
  let digits = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 32;
    const isLetter = (code | 32) >= 97 && (code | 32) <= 122;
    const isDigit = code >= 48 && code <= 57;
    if (letters > 0 && !isLetter) {
      clip += Math.ceil(letters / CLIP_WORD);
      t5 += Math.ceil(letters / T5_WORD);
      letters = 0;
    }
    if (digits > 0 && !isDigit) {
      clip += digits;
      t5 += Math.ceil(digits / 2);
      digits = 0;
    }
    if (isLetter) letters += 1;
    else if (isDigit) digits += 1;
    else if (code >= 128) {
      clip += code < 0x800 ? 1 : 2;
      t5 += code < 0x800 ? 1 : 2;
    } else if (code > 32) {
      clip += 1;
      t5 += 1;
    }
  }
  return { clip, t5 };
}
