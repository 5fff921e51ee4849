import { plural } from "../plural.ts";

const language = "en";
const photos = (count: number) => plural(language, count, { one: "1 photo", other: `${count} photos` });
const portraits = (count: number) =>
  plural(language, count, { one: "1 portrait", other: `${count} portraits` });

/** The room in which a face is brought and learnt. */
export const face = {
  room: "Your face",
  leadEmpty: "Bring photos of your face. Different light and different sides teach the model most.",
  leadMore: (missing: number) => `${photos(missing)} more and the model can be trained.`,
  leadEnough: "Enough to train on. A few more, in other light or from another side, make it better.",
  leadAdvised: "A good set. It is ready to be trained on.",
  leadDrawn: "These selfies are drawn, so that everything can be tried without a photo.",
  counter: (have: number, from: number, to: number, least: number) =>
    have < from
      ? `${have} of ${from} to ${to}, ${least} at least`
      : `${photos(have)}; ${from} to ${to} work best`,
  consentFirst: {
    title: "Before your first photo",
    lead: "It takes a minute to read what is stored, what is measured and for how long.",
    go: "Read and agree",
  },
  sheetLabel: "Your selfies",
  selfieAlt: (number: number, fileName: string) => `Your selfie ${number}, ${fileName}`,
  drawnAlt: (number: number) => `Drawn selfie ${number}`,
  remove: "Remove",
  removeSpoken: (number: number) => `Remove selfie ${number}`,
  removed: (fileName: string) => `${fileName} was removed.`,
  add: "Add photos",
  addHint: (kinds: string, size: string, most: number) =>
    `Drop them anywhere on this page, paste them, or pick several at once. ${kinds}, up to ${size} each, ${most} at most. Where and when a photo was taken is removed before it is stored.`,
  dropHere: "Drop your photos",
  or: (all: string, last: string) => `${all} or ${last}`,
  drawnSet: "Load the drawn set",
  drawnSetNote: "Twelve drawn selfies of one made-up face, marked as drawn.",
  drawnSetLoading: "Loading the drawn set",
  uploads: {
    label: "Photos on their way",
    waiting: "In line",
    sending: (percent: number) => `Sending, ${percent} %`,
    checking: "Being checked",
    refused: "Not taken",
    failed: "Not sent",
    failedFix: "The connection broke. The photo is still on your device.",
    tooLarge: (size: string) => `The file is larger than ${size}.`,
    tooLargeFix: "Export the photo smaller, or as JPEG, and add that.",
    tryAgain: "Try again",
    dismiss: "Dismiss",
    dismissSpoken: (fileName: string) => `Dismiss the notice about ${fileName}`,
    stop: "Stop",
    stopSpoken: (fileName: string) => `Stop sending ${fileName}`,
    seeOriginal: "Show it",
    done: (count: number) => `${photos(count)} added.`,
    doneWithRefusals: (count: number, refused: number) => `${photos(count)} added, ${refused} not taken.`,
  },
  train: {
    title: (version: number) => (version === 1 ? "Train your model" : `Train version ${version}`),
    what: "Your selfies are packed and sent to the trainer, which learns this one face. The model is private and is used for your requests only.",
    photos: "Photos",
    time: "Time",
    timeUnknown: "not known yet",
    keeps: "The version in use stays until the new one is ready.",
    submit: (count: number) => (count === 0 ? "Train" : `Train on ${photos(count)}`),
    submitting: "Starting the training",
    tooFew: (missing: number) => `${photos(missing)} more needed`,
    running: "A training is under way; the next one can start when it has ended.",
  },
  training: {
    title: "Learning your face",
    stop: "Cancel this training",
    stopping: "Cancelling. The end is what the trainer answers.",
    stopTitle: "Cancel this training?",
    stopText: "What it has learnt so far is thrown away. Your selfies stay, and so does the version in use.",
    stopConfirm: "Cancel the training",
    stopKeep: "Let it go on",
    simulated: "Simulated: no model is trained, the simulator only goes through the same steps.",
    closePage: "You can close this page; the training goes on.",
    phases: "Where the training stands",
    packed: "Photos packed",
    packedNote: (count: number) => photos(count),
    queued: "In line",
    queuedNote: "waiting for a machine",
    learning: "Training",
    saving: "Saving",
    savingNote: "storing the model",
    ahead: "",
    step: (step: string, total: string) => `step ${step} of ${total}`,
    stepUnknown: "no step reported yet",
    barLabel: "Measured progress",
    barNothing: "nothing measured yet",
    remaining: (range: string) => `${range} left in this phase.`,
    remainingUnknown: "Remaining time not known yet.",
    seconds: (from: number, to: number) =>
      from === to ? `About ${from} seconds` : `${from} to ${to} seconds`,
    minutes: (from: number, to: number) =>
      from === to
        ? plural(language, from, { one: "About 1 minute", other: `About ${from} minutes` })
        : `${from} to ${to} minutes`,
    nowReady: "Your model is ready.",
    nowFailed: "The training failed. Your selfies are kept.",
    nowCanceled: "The training was cancelled. Your selfies are kept.",
  },
  ready: {
    title: "Your model is ready",
    lead: "From here on portraits are a sentence away.",
    go: "Make the first portrait",
  },
  failed: {
    kept: "Your selfies are kept, and the credits are given back. You can train again.",
  },
  history: {
    title: "Versions",
    version: (number: number) => `Version ${number}`,
    attempt: "A training",
    from: (count: number) => `From ${photos(count)}`,
    inUse: "In use",
    choose: "Use this one",
    chooseSpoken: (number: number) => `Use version ${number}`,
    choosing: "Changing over",
    status: {
      draft: "Being packed",
      uploading: "Being sent",
      submitted: "In line",
      running: "Training",
      ready: "Ready",
      failed: "Failed",
      canceled: "Cancelled",
    },
  },
  /** Used by other rooms that count portraits or photos. */
  photos,
  portraits,
};
