import { buildPrompt } from "@selfsame/flux-core";

/** What in a text says who somebody is: nothing that is shared, and nothing a model is told, may hold one. */
export type IdentityTrace = "trigger-word" | "long-number" | "mail-address" | "unreadable";

/** Two subjects' trigger words: whatever trigger a text names, it is foreign to at least one of them. */
const probes = Object.freeze(["user00000000", "user999999999999"]);
/** A subject number has 8 digits at least; so have telephone numbers. */
const longNumber = /\p{Nd}(?:[\s._-]{0,2}\p{Nd}){7,}/u;
const mailAddress = /[^\s@]+@[^\s@]+\.\p{L}{2,}/u;

/**
 * The first trace of an identity in a text: a trigger word in any case, width or script (as flux-core finds it), a
 * number of 8 digits or more, a mail address. A text flux-core would not read is `unreadable`, never passed.
 *
 * @example
 * findIdentity("a calm portrait of USER20417733"); // "trigger-word"
 */
export const findIdentity = (text: string): IdentityTrace | null => {
  for (const trigger of probes) {
    const built = buildPrompt({ brief: text, trigger, placement: "begin", quality: "none" });
    if (built.ok || built.error.code === "brief-empty") continue;
    return built.error.code === "foreign-trigger" ? "trigger-word" : "unreadable";
  }
  const folded = text.normalize("NFKC");
  if (longNumber.test(folded)) return "long-number";
  return mailAddress.test(folded) ? "mail-address" : null;
};
