const words = (list: string): readonly string[] => Object.freeze(list.split(" "));

/** Adjectives of size or force: before smile or grin they ask for the fake kind. */
export const forceAdjectives = words(
  "big bigger biggest huge giant gigantic enormous massive large wide wider widest broad broader full toothy beaming cheesy exaggerated forced megawatt dazzling bright radiant",
);

/** Adjectives of restraint: they may stand between the force and the smile, and go with it. */
export const mildAdjectives = words("soft slight gentle subtle small faint light natural calm warm");

/** Words that only turn an adjective up. */
export const intensifiers = words("very really so extremely super extra");

export const smileNouns = words("smile smiles grin grins");
export const smileVerbs = words("smile smiles smiled smiling grin grins grinned grinning");

/** Expressions that are forced all by themselves. */
export const soloWords = words("beaming grinning laughing laughter");

/** What turns a smile into one that is put on. */
export const adverbials = Object.freeze([
  "widely",
  "broadly",
  "ear to ear",
  "from ear to ear",
  "for the camera",
  "for a camera",
  "for camera",
  "at the camera",
  "at a camera",
  "at camera",
  "into the camera",
  "to the camera",
]);

/**
 * Every phrase that asks for a wide, fake smile, in small letters and single spaces. Under the natural
 * expression policy they are found as whole words, in any case and spacing, and replaced or left out, because
 * FLUX has no negative prompt and a wide smile pulls the face away from the one it was trained on.
 *
 * @example
 * forcedSmilePhrases.includes("big smile"); // true
 */
export const forcedSmilePhrases: readonly string[] = Object.freeze([
  ...forceAdjectives.flatMap((adjective) => smileNouns.map((noun) => `${adjective} ${noun}`)),
  ...smileNouns.map((noun) => `ear to ear ${noun}`),
  ...smileVerbs.flatMap((verb) => adverbials.map((adverbial) => `${verb} ${adverbial}`)),
  ...["widely", "broadly"].flatMap((adverb) => smileVerbs.map((verb) => `${adverb} ${verb}`)),
  ...soloWords,
]);
