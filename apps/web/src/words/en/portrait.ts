import { plural } from "../plural.ts";

const language = "en";

/** One portrait and its recipe. */
export const portrait = {
  back: "Gallery",
  earlier: "Earlier",
  later: "Later",
  made: (moment: string) => `Made ${moment}.`,
  another: "Make another",
  anotherSending: "Sending the brief",
  change: "Change the brief first",
  keep: "Keep",
  kept: "Kept",
  keptNews: "Kept.",
  unkeptNews: "No longer kept. It stays in the gallery.",
  download: "Download the original",
  size: (width: number, height: number, size: string) => `${width} × ${height} pixels, ${size}`,
  recipe: "How it was made",
  clausesLabel: "The prompt, clause by clause",
  preset: (id: string, version: number) => `Preset ${id} ${version}`,
  guidance: (value: string) => `guidance ${value}`,
  steps: (count: number) => plural(language, count, { one: "1 step", other: `${count} steps` }),
  seed: (seed: string) => `Seed ${seed}.`,
  model: "Your model",
  version: "Version",
  sealed: "Recipe sealed as",
  seal: {
    checking: "",
    holds: ", verified now",
    broken: ". It does not match its content any more.",
  },
  facts: "The facts",
  fileFacts: "Picture",
  briefFact: "Your brief",
  simulated: "Drawn by the simulator, not made by FLUX.",
  missing: {
    title: "There is no such portrait",
    back: "Back to the gallery",
  },
  /** Where a clause of the prompt came from. */
  from: {
    trigger: "your trigger word",
    subject: "from your profile",
    expression: "the expression you chose",
    brief: "from your brief",
    reinforcement: "your trigger word again, so that it stays you",
    quality: "film portrait, part of the preset",
    enhancement: "the realism layer",
  },
};
