import { removeUnseenCharacters } from "./remove-unseen-characters.ts";
import { stripMarkdown } from "./strip-markdown.ts";
import { unwrapWeights } from "./unwrap-weights.ts";

/** Texts that no step of the cleaning would touch: most briefs, on one line and in plain words. */
const untouched = /^(?=[A-Za-z])(?:[A-Za-z0-9,;.:'"/%&$?!-]+(?: |$))+$/;

/** What the cleaning of one text had to do. */
export type Cleaning = {
  readonly text: string;
  readonly unseenRemoved: boolean;
  readonly markdownStripped: boolean;
  readonly weightsUnwrapped: boolean;
};

/** A text in NFC, without unseen characters, markdown syntax and weights; line breaks are all `\n`. */
export function cleanText(text: string): Cleaning {
  if (untouched.test(text)) {
    return { text, unseenRemoved: false, markdownStripped: false, weightsUnwrapped: false };
  }
  const broken = text
    .replace(/\r\n?|[\n\v\f\u0085\u2028\u2029]/g, "\n")
    .replace(/\t/g, " ")
    .normalize("NFC");
  const seen = removeUnseenCharacters(broken);
  const plain = stripMarkdown(seen);
  const unwrapped = unwrapWeights(plain);
  return {
    text: unwrapped
      .replace(/[^\S\n]+/g, " ")
      .replace(/ ?\n ?/g, "\n")
      .trim()
      .normalize("NFC"),
    unseenRemoved: seen !== broken,
    markdownStripped: plain !== seen,
    weightsUnwrapped: unwrapped !== plain,
  };
}
