import type { PresetId } from "@selfsame/flux-core";
import type { Framing } from "../../views/views.ts";
import { plural } from "../plural.ts";

const language = "en";
const portraits = (count: number) =>
  plural(language, count, { one: "1 portrait", other: `${count} portraits` });
const shots = (count: number) => plural(language, count, { one: "1 shot", other: `${count} shots` });

/** The lookbook, the sheet of one collection, and a shoot while it fills. */
export const photoshoot = {
  room: "Photoshoot",
  lookbook: "Lookbook",
  lead: "Every shoot is an empty set until you stand in it. No one else’s face is used to show you one.",
  shots,
  portraits,
  have: (taken: number, of: number) =>
    taken === 0
      ? shots(of)
      : taken === of
        ? `${shots(of)} · you have all of them`
        : `${shots(of)} · you have ${taken} of them`,
  framings: {
    "close-up": "Close",
    "head-and-shoulders": "Head and shoulders",
    "half-length": "Half length",
    "three-quarter": "Three-quarter length",
    "full-length": "Full length",
    wide: "Wide",
  } satisfies Record<Framing, string>,
  presets: {
    "natural-expression": "Natural expression",
    "strong-likeness": "Strong likeness",
    previous: "As before",
  } satisfies Record<PresetId, string>,
  preset: "Preset",
  ownDefault: (name: string) => `Your default (${name})`,
  each: "Of each",
  eachSpoken: portraits,
  chooseAll: "Choose all",
  chooseNone: "Choose none",
  shotChoice: (title: string, framing: string) => `${title}, ${framing}`,
  seeTaken: "See it",
  seeTakenSpoken: (title: string) => `See your portrait of ${title}`,
  chosen: (count: number) =>
    count === 0
      ? "No shot chosen."
      : plural(language, count, { one: "1 shot chosen.", other: `${count} shots chosen.` }),
  timeUnknown: "How long it takes is not known yet.",
  spendAfter: (left: number) =>
    plural(language, left, {
      one: "1 credit free to spend after.",
      other: `${left} credits free to spend after.`,
    }),
  shoot: (count: number) => `Shoot ${portraits(count)}`,
  shooting: "Setting up the shoot",
  waitingForConnection: "Starts as soon as you are online",
  modelFirst: "A shoot needs a model of your own face first.",
  toFace: "Go to your face",
  makeOwn: "Make it your own",
  noSuchCollection: "There is no such collection",
  backToLookbook: "Back to the lookbook",
  own: {
    title: "Your collections",
    empty: "Make one from your own portraits, from a collection here, or from a file somebody shared.",
    create: "Make a collection",
    bring: "Bring a file",
    bringing: "Reading the file",
    edit: "Change it",
    share: "Share it as a file",
    shared: "The file holds words and nothing else: not who you are, not your model, no picture.",
    remove: "Delete it",
    removeTitle: "Delete this collection?",
    removeText: "Its shoots and their portraits stay. The collection itself cannot be brought back.",
    removeYes: "Delete the collection",
    removeNo: "Keep it",
  },
  shoots: {
    title: "Your shoots",
    standing: (ready: number, of: number) => `${ready} of ${portraits(of)}`,
    underWay: (open: number) => `${shots(open)} under way`,
  },
  sheet: {
    crumb: "Lookbook",
    standing: (ready: number, asked: number) => `${ready} of ${portraits(asked)} here.`,
    open: (count: number) =>
      plural(language, count, { one: "1 shot is under way.", other: `${count} shots are under way.` }),
    ended: "The shoot has ended.",
    short: (count: number) =>
      plural(language, count, {
        one: "1 portrait did not come; its credit was given back.",
        other: `${count} portraits did not come; their credits were given back.`,
      }),
    cancelAll: "Cancel what is left",
    cancelTitle: "Cancel what is left of this shoot?",
    cancelText: (open: number) =>
      `${plural(language, open, { one: "1 shot is", other: `${open} shots are` })} under way. Portraits that are here stay; credits for the rest come back.`,
    cancelYes: "Cancel them",
    cancelNo: "Let them go on",
    cancel: "Cancel",
    /** Which shot an act is of, for whoever hears it without seeing its picture. */
    ofShot: (title: string) => `, ${title}`,
    canceling: "Cancelling",
    again: "Take it again",
    taking: "Asking for it",
    take: (count: number) => `Take ${count}`,
    contactSheet: "Contact sheet",
    contactSheetAlt: (title: string) => `All portraits of ${title} on one sheet`,
    zip: "Download all as one file",
    zipNote: "The portraits, marked as generated, each with its recipe, and the contact sheet.",
    ownFrom: "Make a collection of these shots",
    noSuch: "There is no such shoot",
  },
  editor: {
    room: "A collection of yours",
    newTitle: "A new collection",
    lead: "Say what to photograph, never who: the studio puts you in.",
    title: "Title",
    titleHint: "It begins with a capital letter.",
    description: "One sentence for whoever chooses",
    shot: (number: number) => `Shot ${number}`,
    fields: {
      title: "Title",
      moment: "What you are doing",
      clothes: "Clothes",
      place: "Place",
      light: "Light",
      lens: "Lens",
    },
    hints: {
      moment: "leaning on the rail",
      clothes: "grey wool coat",
      place: "an empty pier",
      light: "low sun from the left",
      lens: "50mm lens",
    },
    framing: "Framing",
    expression: "Expression",
    addShot: "Add a shot",
    addPortraits: "Add from your portraits",
    addChosen: (count: number) => `Add ${shots(count)}`,
    choosePortraits:
      "Choose portraits whose shots you want to keep. What a brief does not say stays empty for you to fill.",
    noPortraits: "There is no portrait yet to take a shot from.",
    removeShot: "Remove this shot",
    incomplete: (count: number) =>
      plural(language, count, {
        one: "1 field is still empty or too short.",
        other: `${count} fields are still empty or too short.`,
      }),
    noShots: "A collection needs at least one shot.",
    save: "Keep the collection",
    saving: "Keeping it",
  },
};
