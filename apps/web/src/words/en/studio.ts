import type { Expression, GenerationStatus } from "../../views/views.ts";
import { plural } from "../plural.ts";

const language = "en";
const portraits = (count: number) =>
  plural(language, count, { one: "1 portrait", other: `${count} portraits` });

/** The room in which a portrait is asked for and develops. */
export const studio = {
  room: "Studio",
  title: "What should it show?",
  brief: "The brief",
  briefPlaceholder: "In the garden after the rain, olive coat, looking past the camera",
  briefCounter: (used: string, most: string) => `${used} of ${most} characters`,
  briefOver: (over: string) => `${over} characters too many. What comes first counts most.`,
  briefEmpty: "Say in a few words what the portrait should show.",
  expression: "Expression",
  asItComes: "As it comes",
  expressions: {
    neutral: "Neutral",
    calm: "Calm",
    "soft-smile": "Soft smile",
    "warm-smile": "Warm smile",
    confident: "Confident",
    contemplative: "Contemplative",
    candid: "Candid",
    laughing: "Laughing",
  } satisfies Record<Expression, string>,
  outputs: "How many",
  outputSpoken: portraits,
  submit: (count: number) => `Make ${portraits(count)}`,
  submitting: "Sending the brief",
  waitingForConnection: "Sent as soon as you are online",
  submitKeys: "Ctrl or ⌘ with Enter sends it, too.",
  portraits,
  preview: {
    show: "The prompt, clause by clause",
    empty: "Write a brief to see what becomes of it.",
    summary: (tokens: number, triggers: number) =>
      `${plural(language, tokens, { one: "1 token", other: `${tokens} tokens` })} for the text encoder. Your trigger word ${plural(language, triggers, { one: "once", two: "twice", other: `${triggers} times` })}.`,
    copy: "Copy the prompt",
    copied: "The prompt was copied.",
    copyFailed: "The browser did not allow copying. Select the text and copy it by hand.",
  },
  toEnhanced: "Or see it with a realism layer, beside the plain run",
  developing: "Developing",
  shootsUnderWay: "Shoots under way",
  latest: "Latest",
  all: "Everything is in the gallery",
  cancel: "Cancel",
  cancelSpoken: (brief: string) => `Cancel “${brief}”`,
  canceling: "Cancelling. The end is what the provider answers.",
  again: "Use this brief again",
  frameWaiting: (number: number, of: number) => `Portrait ${number} of ${of}, on its way`,
  portraitAlt: (brief: string, number: number) => `Portrait ${number}: ${brief}`,
  status: {
    queued: "In line here",
    submitted: "In line at the provider",
    starting: "The machine is starting",
    running: "Being made",
    step: (step: string, total: string) => `Step ${step} of ${total}`,
    storing: (ready: number, of: number) => `${ready} of ${of} here, the others are being stored`,
    succeeded: (count: number) => `${portraits(count)} ready`,
    failed: "It failed",
    canceled: "Cancelled",
    expired: "It took too long and was given up",
  } satisfies Record<GenerationStatus | "starting" | "step", unknown>,
  keptSentence: (kept: number) =>
    kept === 0
      ? "The brief is kept; nothing was made, and its credits are given back."
      : `The brief and ${portraits(kept)} are kept; credits for what did not arrive are given back.`,
  withheld: (count: number) =>
    plural(language, count, {
      one: "1 portrait was withheld by the provider’s safety check. Its credit is given back.",
      other: `${count} portraits were withheld by the provider’s safety check. Their credits are given back.`,
    }),
  putAway: (count: number) =>
    plural(language, count, {
      one: "1 of them is in the trash or was removed.",
      other: `${count} of them are in the trash or were removed.`,
    }),
  news: {
    succeeded: (count: number) => `${portraits(count)} ready.`,
    failed: "A generation failed. Its brief is kept.",
    canceled: "The generation was cancelled.",
    expired: "A generation took too long and was given up. Its brief is kept.",
  },
  noModel: {
    title: "Your model comes first",
    lead: "Portraits are made with a model of your own face, and there is none yet.",
    go: "Bring your selfies",
    goTrain: "Go to your face",
    learning: "Your face is being learnt. Portraits can be made as soon as the model is ready.",
    look: "Watch it learn",
  },
  nothingYet: "What you ask for develops here.",
};
