/** Control, bidirectional and zero-width characters and lone surrogates, but for those judged by their place. */
const unseen =
  /(?!\n|\u200c|\u200d|\ufe0e|\ufe0f)(?:\p{Cc}|\p{Cs}|\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffb])/gu;

/** Variation selectors belong behind a pictograph or inside a keycap. */
const strayVariation = /(?<!\p{Extended_Pictographic}|[0-9#](?=\ufe0f\u20e3))[\ufe0e\ufe0f]/gu;

const letterBefore = "(?<=(?![\\ufe0e\\ufe0f])[\\p{L}\\p{M}])";
const letterAfter = "(?=(?![\\ufe0e\\ufe0f])[\\p{L}\\p{M}])";
const emojiBefore = "(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f])";
const emojiAfter = "(?=\\p{Extended_Pictographic})";

/** A joiner shapes letters (Persian, Hindi) or joins emoji; anywhere else it only hides. */
const joiner = new RegExp(
  `${letterBefore}[\\u200c\\u200d]${letterAfter}|${emojiBefore}\\u200d${emojiAfter}|([\\u200c\\u200d])`,
  "gu",
);

/** A text without characters that cannot be seen, except where they shape the letters or emoji around them. */
export function removeUnseenCharacters(text: string): string {
  return text
    .replace(unseen, "")
    .replace(strayVariation, "")
    .replace(joiner, (found, stray: string | undefined) => (stray === undefined ? found : ""));
}
