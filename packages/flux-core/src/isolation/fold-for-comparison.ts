import { lookAlikes } from "./look-alikes.ts";

const ascii = /^[\0-\x7f]*$/;
const removable = /[\p{M}\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const decimalDigit = /\p{Nd}/u;
const foreignDigit = /[^\P{Nd}0-9]/gu;
const latinFor = new Map(
  Object.entries(lookAlikes).flatMap(([letter, others]) => Array.from(others, (other) => [other, letter])),
);
const imitation = new RegExp(`[${[...latinFor.keys()].join("")}]`, "gu");

/**
 * A text as it is compared with trigger words, and only for that: compatibility forms taken apart, small
 * letters, no combining marks or invisible characters, look-alike letters as the ASCII ones they pass for,
 * every decimal digit as its value, white space as single spaces.
 */
export function foldForComparison(text: string): string {
  if (ascii.test(text)) return text.toLowerCase().replace(/\s+/g, " ");
  return simplified(simplified(text).toLowerCase())
    .replace(foreignDigit, (digit) => String(digitValue(digit)))
    .replace(/\s+/g, " ");
}

/** Look-alikes go first and last: taking letters apart both hides some and brings some forth. */
function simplified(text: string): string {
  return text.replace(imitation, latin).normalize("NFKD").replace(removable, "").replace(imitation, latin);
}

function latin(letter: string): string {
  return latinFor.get(letter) ?? letter;
}

/** Unicode keeps decimal digits in runs of ten from zero to nine, so the place in the run is the value. */
function digitValue(digit: string): number {
  const point = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (decimalDigit.test(String.fromCodePoint(point - before - 1))) before += 1;
  return before % 10;
}
