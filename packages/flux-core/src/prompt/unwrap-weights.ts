const weighted = /^(.*\p{L}.*?)\s*:\s*(\d+(?:\.\d+)?|\.\d+)\s*$/su;
const MAXIMUM_WEIGHT = 3;

/**
 * A text with weights taken off: `(text:1.3)` becomes `text` when the text has a letter and the weight is a
 * decimal up to 3. FLUX has no weights and reads them as words. `(ratio 3:2)` is a ratio and stays.
 */
export function unwrapWeights(text: string): string {
  if (!text.includes("(") || !text.includes(":")) return text;
  let out = "";
  const openings: number[] = [];
  for (const part of text.split(/([()])/)) {
    if (part === "(") openings.push(out.length);
    const start = part === ")" ? openings.pop() : undefined;
    const inner = start === undefined ? null : weightedText(out.slice(start + 1));
    out = inner === null ? out + part : out.slice(0, start) + inner;
  }
  return out;
}

function weightedText(inside: string): string | null {
  const [, words = "", weight = ""] = weighted.exec(inside) ?? [];
  if (weight === "" || Number(weight) > MAXIMUM_WEIGHT) return null;
  return !weight.includes(".") && /\d$/.test(words) ? null : words;
}
