/** The snippet the builder grew from, completed only so far that it runs: the peer of the benchmark. */
const QUALITY =
  "film photograph shot on Hasselblad, raw photo, visible skin pores, unretouched natural skin texture, natural beauty with light skin retouch, authentic {trigger} facial features, professional portrait photography, high detail facial accuracy";

export function seedSnippet(prompt: string, triggerWord: string): string {
  const finalPrompt = prompt.replace(new RegExp(triggerWord, "gi"), "").trim();
  const promptParts = finalPrompt.split(",").map((part) => part.trim());
  const midPoint = Math.floor(promptParts.length / 2) + 1;
  promptParts.unshift(triggerWord);
  promptParts.splice(midPoint, 0, `${triggerWord} portrait`);
  return `${promptParts.join(", ")}, ${QUALITY.replace("{trigger}", triggerWord)}`;
}
