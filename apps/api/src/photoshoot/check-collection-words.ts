import { buildPrompt, presets } from "@selfsame/flux-core";
import { findIdentity, type IdentityTrace } from "../studio/find-identity.ts";
import { renderShot } from "./render-shot.ts";
import type { CollectionRefusal, CollectionWords } from "./shared-collection.ts";

const traceWords: Readonly<Record<IdentityTrace, string>> = {
  "trigger-word": "a trigger word",
  "long-number": "a number as long as a subject’s",
  "mail-address": "a mail address",
  unreadable: "more than can be read",
};

/** Made up, and nobody's: the words of a shot must build whoever is in it. */
const anyTrigger = "user00000000";

const textsOf = ({ title, description, shots }: CollectionWords): readonly (readonly [string, string])[] => [
  ["title", title],
  ["description", description],
  ...shots.flatMap((shot, at) =>
    Object.entries(shot).map(([field, text]) => [`shots.${at}.${field}`, text] as const),
  ),
];

/** The first thing in a collection that says who somebody is, or the first shot that no prompt can be built from. */
export const checkCollectionWords = (words: CollectionWords): CollectionRefusal | null => {
  for (const [path, text] of textsOf(words)) {
    const trace = findIdentity(text);
    if (trace === null) continue;
    const message = `${path} holds ${traceWords[trace]}. A collection that is shared names nobody.`;
    return { code: "names-someone", path, trace, message };
  }
  for (const [at, shot] of words.shots.entries()) {
    const { brief, expression } = renderShot(shot);
    for (const preset of Object.values(presets)) {
      const built = buildPrompt({
        brief,
        expression,
        trigger: anyTrigger,
        placement: preset.triggerPlacement,
        quality: preset.promptQuality,
        expressionPolicy: preset.expressionPolicy,
      });
      if (!built.ok) return { code: "shot-unusable", path: `shots.${at}`, message: built.error.message };
    }
  }
  return null;
};
