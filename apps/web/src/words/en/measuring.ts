import { plural } from "../plural.ts";

const language = "en";
const photos = (count: number) => plural(language, count, { one: "1 photo", other: `${count} photos` });
const portraits = (count: number) =>
  plural(language, count, { one: "1 portrait", other: `${count} portraits` });

/** What is measured of photos and portraits, and what it means. */
export const measuring = {
  off: "Not measured here: measuring is turned off in this studio.",
  waiting: "Being measured. It appears here by itself.",
  /** Why a portrait has no number. */
  unscored: {
    "no-face": "Not measured: no face was found in it.",
    "several-faces": "Not measured: it shows several faces.",
    profile: "Not measured: the face is turned too far to the side.",
    "too-small": "Not measured: the face is too small in it.",
    "cut-off": "Not measured: the face is cut off by the frame.",
    undecodable: "Not measured: the picture could not be read.",
    "models-missing": "Not measured: the face networks are not installed here.",
    unavailable: "Not measured yet: the face networks did not answer. They are asked again.",
    "not-comparable": "Not measured: a drawing cannot be held against photographs of you.",
    "no-references": "Not measured: none of the photos it was made from is there any more.",
  },
  likeness: {
    title: "Looks like you",
    from: "someone else",
    to: "your own photos",
    within: "Within your range",
    good: "Like you",
    weak: "Weakly like you",
    other: "Looks like somebody else",
    copy: "Almost a copy of a photo",
    sentence: (raw: string, low: string, high: string) =>
      `${raw}. Your own photos compare at ${low} to ${high} with one another.`,
    alone: (raw: string) => `${raw}, held against a single photo of yours.`,
    alarm:
      "It measures as another person than you; whoever runs the studio has been told. You can make it again.",
  },
  expression: {
    title: "Expression",
    from: "calm",
    to: "wide smile",
    calm: "Calm",
    soft: "A soft smile",
    smile: "A smile",
    wide: "A wide smile",
    sentence: (more: number, all: number) =>
      more === 0
        ? "None of your photos smiles more than this."
        : `${more} of your ${photos(all)} ${more === 1 ? "smiles" : "smile"} more than this.`,
    natural: (hundredths: number) => `Natural: ${hundredths} of 100`,
    /** What takes from naturalness, after the number. */
    reasons: {
      "too-much-smile": "more smile than was asked for",
      "fake-smile-risk": "a broad smile without the eyes, which may look put on",
      "uneven-mouth": "the mouth is uneven",
      tense: "the face looks tense",
      grimace: "the mouth grimaces",
    },
  },
  skin: {
    title: "Skin",
    from: "retouched",
    to: "every pore",
    "as-in-selfies": "As in your photos",
    "smoother-than-every-selfie": "Smoother than yours",
    "rougher-than-every-selfie": "Rougher than yours",
    sentence: (ratio: string, low: string, high: string) =>
      `${ratio} of the texture in your photos; they lie between ${low} and ${high}.`,
    unknown: "Not told: the face is small here, or too few of your photos show skin closely.",
  },
  how: {
    open: "How is this measured?",
    likeness:
      "A network turns each face into 128 numbers, and two faces are compared by them. The band and the small lines are your own photos, each held against the others; the tall line is this portrait. Look-alikes can measure as you: it cannot tell twins apart.",
    expression:
      "How far the corners of the mouth are lifted and the mouth is widened, weighed with two networks that see a happy face. What counts as natural is a choice of ours and was not fitted to what people like.",
    skin: "Fine detail of the face against that of your photos. It cannot tell retouching from blur.",
    where: (references: number) =>
      `Measured on the studio's own machine against ${photos(references)} of yours. Nothing is sent anywhere.`,
    by: (measuredWith: string) =>
      `Measured with ${measuredWith}. Numbers of other versions are never compared.`,
  },
  coach: {
    good: "Good to train on",
    could: "Used, could be better",
    leftOut: "Left out",
    waiting: "Being looked at",
    other:
      "Looks like another person than your other photos. A training would learn both faces: take one of them off.",
    copy: (number: number) => `The same picture as number ${number}. It adds nothing.`,
    /** In the corner, short. */
    short: {
      unavailable: "Not judged",
      undecodable: "Not readable",
      "no-face": "No face",
      "several-faces": "Several faces",
      "face-too-small": "Face small",
      "cut-off": "Cut off",
      "turned-away": "Turned away",
      "tilted-up-or-down": "Tilted",
      blurred: "Blurred",
      "too-dark": "A little dark",
      "too-bright": "Too bright",
      "over-exposed": "Burnt out",
      "uneven-light": "Uneven light",
      "another-person": "Another person?",
      copy: "A copy",
    },
    /** What is wrong, and what would be better. */
    fix: {
      unavailable: "It was not judged: the face networks did not answer. It is used all the same.",
      undecodable: "It could not be read. Export it as JPEG and add that.",
      "no-face": "No face was found. Show it larger and in better light.",
      "several-faces": "It shows several faces. Use one with you alone.",
      "face-too-small": "The face is small. Come nearer.",
      "cut-off": "The face is cut off. Leave room around it.",
      "turned-away": "Turned too far to the side. Both eyes should show.",
      "tilted-up-or-down": "The head is tilted far up or down. Hold the camera at eye level.",
      blurred: "It is blurred. Hold still, or clean the lens.",
      "too-dark": "A little dark. The same photo facing a window would be better.",
      "too-bright": "Too bright. Step out of the direct light.",
      "over-exposed": "Parts of the face are burnt out. Use softer light.",
      "uneven-light": "One side is much darker. Turn towards the light.",
    },
    legendGood: (count: number) => `${count} good`,
    legendCould: (count: number) => `${count} used, could be better`,
    legendLeftOut: (count: number) => `${count} left out`,
    legendWaiting: (count: number) => `${count} being looked at`,
    leadGood: (good: number, all: number) =>
      good === all
        ? `All of your ${photos(all)} are good to train on.`
        : `${good} of your ${photos(all)} ${good === 1 ? "is" : "are"} good to train on.`,
    setReady: "The set is well spread.",
    /** What is missing, as the sentence that says what to do. */
    missing: {
      "more-selfies": "More photos would help: eight that can be used.",
      "side-views": "Views from the side are missing: about one in five.",
      "front-views": "More views from the front would help.",
      "calm-expression": "One with a calm face is missing.",
      smile: "One with a smile is missing.",
      variety: "Some are of the same moment: other light or another day would help.",
      "one-person": "Not all look like the same person. Take off those that are marked.",
    },
    balance: {
      title: "How the set is balanced",
      left: "your left",
      right: "your right",
      light: "Light",
      dark: "dark",
      bright: "bright",
      expression: "Expression",
      calm: "calm",
      wide: "wide smile",
      spoken: (left: number, right: number, count: number) =>
        `${photos(count)}: turned by up to ${left} degrees to the left and ${right} degrees to the right.`,
      empty: "It is drawn as soon as a photo was looked at.",
    },
    before: "Before you pay",
    couldBeBetter: (count: number) =>
      plural(language, count, {
        one: "The set could be better: what is missing stands under its balance. It can be trained on as it is.",
        other: `The set could be better: ${count} things that are missing stand under its balance. It can be trained on as it is.`,
      }),
    leavesOut: (count: number) =>
      `${photos(count)} without one single face ${count === 1 ? "is" : "are"} left out.`,
    off: "Photos are not judged here: measuring is turned off in this studio.",
  },
  figures: {
    part: "Figures",
    room: "Figures",
    lead: "How your portraits measure, by what they were made with.",
    by: "Grouped by",
    grouping: { preset: "Preset", service: "Service", version: "Version" },
    preset: (id: string, version: number, changed: boolean) =>
      `${id.replaceAll("-", " ")} ${version}${changed ? ", changed" : ""}`,
    service: {
      studio: "A brief of yours",
      maya: "Maya",
      photoshoot: "Photoshoot",
      enhanced: "Enhanced",
      lab: "Lab",
    },
    version: (number: number) => `Version ${number}`,
    versionGone: "A version that is gone",
    likeness: "Looks like you",
    naturalness: "Natural",
    smile: "Smile",
    portraits,
    scale: "0 to 100",
    plotNote: "The dot is the middle portrait; half of all lie within the line.",
    spread: (middle: number, low: number, high: number) => `${middle}, half lie from ${low} to ${high}`,
    weeks: "Week by week",
    weekOf: (day: string) => `Week of ${day}`,
    weekPlot: (name: string, from: number, to: number, count: number) =>
      `${name}, likeness in the middle: ${from} in the first and ${to} in the last of ${count} weeks`,
    oneWeek: "All of these are of one week so far; a line needs two.",
    table: "The numbers",
    group: "Made with",
    count: "Portraits",
    none: "No portrait has been measured yet. Figures grow with every portrait.",
    make: "Make a portrait",
    unscored: (count: number) => `${portraits(count)} without a number:`,
    unscoredReason: {
      "no-face": "no face found",
      "several-faces": "several faces",
      profile: "turned too far",
      "too-small": "face too small",
      "cut-off": "face cut off",
      undecodable: "not readable",
      "models-missing": "networks not installed",
      unavailable: "networks did not answer",
      "not-comparable": "drawings of a photographed person",
      "no-references": "photos are gone",
    },
    measuredBy: (measuredWith: string) =>
      `All numbers were measured with ${measuredWith}. Numbers of other versions are never compared.`,
    atMost: (count: string) => `The newest ${count} portraits count.`,
  },
};
