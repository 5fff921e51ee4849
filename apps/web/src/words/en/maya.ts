import type { Framing } from "../../views/views.ts";
import { plural } from "../plural.ts";

const language = "en";
const portraits = (count: number) =>
  plural(language, count, { one: "1 portrait", other: `${count} portraits` });

interface KeptAt {
  readonly kept: number;
  readonly decided: number;
  readonly value: string;
}

/** The letter to Maya, and what comes of it. */
export const maya = {
  room: "Maya",
  title: "Maya",
  opening:
    "Tell me what the pictures are for, and how you want to look in them. I answer with cards: each is one idea, written out. Nothing is made until you press one.",
  starters: [
    "For the jacket of my book. Serious, but not cold.",
    "A calm portrait by a window, in a dark knit.",
    "Something for my website, outdoors, soft smile.",
  ],
  startersLabel: "Or begin like this",
  you: "You",
  writing: "Maya is writing",
  write: "Write to Maya",
  writeHint: "Enter sends it; Shift with Enter makes a new line.",
  send: "Send",
  stop: "Stop",
  free: "Writing is free. Maya never spends your credits; only you do, on a card.",
  tooLong: (over: string) => `${over} characters too many.`,
  turnsLeft: (count: number) =>
    plural(language, count, {
      one: "This letter has room for one more turn.",
      other: `This letter has room for ${count} more turns.`,
    }),
  full: "This letter is full. Begin a new one; this one stays as it is.",
  editTurn: "Say it in other words",
  editLabel: "In other words",
  sayInstead: "Say this instead",
  leave: "Leave it",
  tryAgain: "Try again",
  otherIdeas: "Other ideas",
  answered: "Maya has answered.",
  stopped: "Stopped.",
  cards: (count: number) => plural(language, count, { one: "1 card", other: `${count} cards` }),
  card: {
    expression: "Expression",
    light: "Light",
    place: "Place",
    clothes: "Clothes",
    framing: "Framing",
    preset: "Preset",
    framings: {
      "close-up": "Close-up",
      "head-and-shoulders": "Head and shoulders",
      "half-length": "Half length",
      "three-quarter": "Three quarters",
      "full-length": "Full length",
      wide: "Wide",
    } satisfies Record<Framing, string>,
    presets: {
      previous: "Previous",
      "natural-expression": "Natural expression",
      "strong-likeness": "Strong likeness",
    } as Readonly<Record<string, string>>,
    changed: {
      guidance: (value: string) => `guidance ${value}`,
      numInferenceSteps: (value: string) => `${value} steps`,
      loraScale: (value: string) => `model at ${value}`,
    },
    make: (count: number) => `Make ${portraits(count)}`,
    more: (count: number) => `Make ${count} more`,
    making: "Starting",
    edit: "Change",
    editSpoken: (title: string) => `Change the card “${title}”`,
    prompt: "The prompt",
    promptSpoken: (title: string) => `The prompt of “${title}”, clause by clause`,
    became: (made: number, of: number) => `${made} of ${of} made`,
    held: (credits: string) => `${credits} held`,
    modelFirst: "Your model comes first",
  },
  form: {
    label: (title: string) => `Change “${title}”`,
    title: "Title",
    brief: "The brief, as it is made",
    briefHint: "What you change above goes in here by itself, unless you rewrite it.",
    guidance: "Guidance",
    guidanceHint: "2 to 4. Lower is calmer skin and smaller smiles. Empty for the preset’s own.",
    guidanceWrong: "Guidance is a number from 2 to 4.",
    outputs: "How many",
    outputSpoken: portraits,
    submit: "Change the card",
    submitting: "Changing it",
    cancel: "Leave it as it is",
  },
  tray: {
    label: (title: string, count: number) => `${title}, ${portraits(count)}`,
  },
  letters: {
    title: "Letters",
    fresh: "New letter",
    untitled: "Untitled",
    none: "What you write is kept here.",
    more: "Older letters",
    loading: "Looking",
    rename: "Rename",
    renameSpoken: (title: string) => `Rename “${title}”`,
    renameLabel: "Title",
    keepName: "Keep this title",
    remove: "Delete",
    removeSpoken: (title: string) => `Delete “${title}”`,
    removeTitle: "Delete this letter?",
    removeText:
      "What you and Maya wrote goes, and cannot be brought back. Portraits made from its cards stay in the gallery.",
    removeSubmit: "Delete the letter",
    removing: "Deleting",
    keep: "Keep it",
    removed: "The letter was deleted.",
    gone: "There is no such letter of yours. It may have been deleted.",
  },
  usual: {
    title: "Your usual",
    preset: (name: string) => `New cards begin with the preset “${name}”.`,
    parameters: { guidance: "Guidance", numInferenceSteps: "Steps", loraScale: "Your model’s weight" },
    difference: (parameter: string, before: string, after: string) => `${parameter} ${before} → ${after}`,
    wideSmiles: (count: number) => `The last ${count} measured portraits smile more than was asked for.`,
    lessLike: (count: number) =>
      `The last ${count} measured portraits are less like you than your own photos are.`,
    keptMore: (after: KeptAt, before: KeptAt) =>
      `You kept ${after.kept} of ${after.decided} at ${after.value}, and ${before.kept} of ${before.decided} at ${before.value}.`,
    accept: "Use it for new cards",
    undo: "Undo",
    undoSpoken: (parameter: string) => `Undo the change of “${parameter}”`,
    tooLittle: (so: { measured: number; measuredNeeded: number; decided: number; decidedNeeded: number }) =>
      so.measured >= so.measuredNeeded || so.decided >= so.decidedNeeded
        ? "Nothing that you kept, threw away or had measured speaks for another setting."
        : `Too little to say if another setting suits you better: of these, ${so.measured} of ${so.measuredNeeded} portraits are measured, and ${so.decided} of ${so.decidedNeeded} kept or thrown away.`,
  },
  margin: {
    label: "What Maya goes by",
    goesBy: "What she goes by",
    goesByText:
      "This letter, and your usual settings below. Your photos, your number and your name stay out of it; how you say you look is added to every prompt later.",
    who: "Who answers",
    offline:
      "The offline Maya: no language model. She understands English and German, knows places, clothes, light and moods, and asks back when she does not understand. What you write stays in this studio.",
    endpoint: "A language model that whoever runs this studio has set up. What you write here is sent to it.",
  },
};
