import type { EnhancingLevel } from "../../views/views.ts";

/** Enhanced: a realism layer over one's own model, always seen beside the plain run. */
export const enhanced = {
  room: "Enhanced",
  title: "With a realism layer",
  lead: "Your own model stays; one layer of realism is laid over it, and you see it beside the plain run on the same seed.",
  level: "How much",
  levels: {
    subtle: "Subtle",
    medium: "Medium",
    dramatic: "Dramatic",
  } satisfies Record<EnhancingLevel, string>,
  learned: "What was learned of it",
  layer: (phrase: string, scale: string) => `Adds the phrase “${phrase}”, at ${scale}.`,
  from: {
    portrait: "From a portrait",
  },
  chooseThis: (brief: string) => `Enhance ${brief}`,
  noPortraits: "There is no portrait yet. Make one in the studio, or begin with a brief.",
  enhance: "Enhance",
  enhancing: "Asking for it",
  both: "Make both",
  besideNote: (outputs: number) =>
    outputs === 1
      ? "One enhanced run on this portrait’s seed. The plain one is there already."
      : `An enhanced run of all ${outputs} portraits of that request, on its seed: only so the noise is the same.`,
  bothNote: "A plain run and an enhanced one, on one seed.",
  notComparable: (reason: string) => `${reason} Both are made anew, so that nothing else differs.`,
  another: "Another portrait",
  pairs: "Side by side",
  pairsEmpty: "What you enhance hangs here, beside its plain run.",
  pairOf: (level: string) => `${level}, beside plain`,
  plain: "Plain",
  compare: "Compare",
  ways: { slider: "One over the other", beside: "Side by side" },
  divide: "Where plain ends and enhanced begins",
  divided: (percent: number) => `${percent} percent plain`,
  seed: (seed: string) => `Seed ${seed} for both.`,
  sameElse: "The same model, brief, preset and seed; the layer is the only difference.",
  waitingFor: "Both can be compared as soon as both are here.",
  which: "Which portrait",
  missing: "There is no such pair",
  back: "Enhanced",
};
