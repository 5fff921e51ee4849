import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { estimateTokens } from "./estimate-tokens.ts";

/** Sixty built prompts with their length in CLIP's own tokens, counted with its published vocabulary. */
const counted = JSON.parse(
  readFileSync(new URL("../../test/fixtures/clip-token-counts.json", import.meta.url), "utf8"),
) as readonly { readonly text: string; readonly clip: number }[];

/** Texts whose T5 tokens are printed in public documentation, the end mark not counted. */
const published: readonly (readonly [string, number])[] = [
  ["The house is wonderful.", 5],
  ["translate English to German: The house is wonderful.", 10],
  ["Studies have been shown that owning a dog is good for you", 14],
  ["summarize: studies have shown that owning a dog is good for you", 15],
  [
    "summarize: transfer learning, where a model is first pre-trained on a data-rich task before being fine-tuned on a downstream task, has emerged as a powerful technique in natural language processing (nlp).",
    50,
  ],
];

describe("estimateTokens", () => {
  test("is at most 2 tokens and 7 % away from CLIP's own count on sixty portrait prompts", () => {
    expect(counted).toHaveLength(60);
    const wrong = counted.filter(({ text, clip }) => {
      const off = Math.abs(estimateTokens(text).clip - clip);
      return off > 2 || off / clip > 0.07;
    });
    expect(wrong).toEqual([]);
  });

  test.each(published)("is at most 2 tokens away from T5's published tokens of %j", (text, tokens) => {
    expect(Math.abs(estimateTokens(text).t5 - tokens)).toBeLessThanOrEqual(2);
  });

  test.each([
    ["", 0, 0],
    [" \n\t", 0, 0],
    ["a", 1, 2],
    ["sea", 1, 1],
    ["portrait", 1, 1],
    ["beautiful", 1, 2],
    ["photograph", 2, 2],
    ["unretouched", 2, 2],
    ["contemplative", 3, 3],
    ["user20417733", 9, 5],
    ["f/1.8", 5, 6],
    ["1,200", 5, 4],
    ["Az[`{@", 5, 5],
    ["é", 1, 1],
    ["夜", 2, 2],
    ["/:", 2, 2],
  ])("counts %j as %d tokens for CLIP and %d for T5", (text, clip, t5) => {
    expect(estimateTokens(text)).toEqual({ clip, t5 });
  });

  test.each([
    ["99", { clip: 2, t5: 1 }],
    ["\u07ff", { clip: 1, t5: 1 }],
    ["\u0800", { clip: 2, t5: 2 }],
  ])("counts %j as %j", (text, counts) => {
    expect(estimateTokens(text)).toEqual(counts);
  });

  test("of a text is the sum of its clauses' and the commas between them", () => {
    const clauses = ["confident woman", "f/1.8", "35 mm"];
    const alone = clauses.map((clause) => estimateTokens(clause));
    expect(estimateTokens(clauses.join(", "))).toEqual({
      clip: alone.reduce((sum, { clip }) => sum + clip, clauses.length - 1),
      t5: alone.reduce((sum, { t5 }) => sum + t5, clauses.length - 1),
    });
  });
});
