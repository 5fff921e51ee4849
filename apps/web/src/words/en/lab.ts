import { plural } from "../plural.ts";

const language = "en";
const portraits = (count: number) =>
  plural(language, count, { one: "1 portrait", other: `${count} portraits` });
const pairs = (count: number) => plural(language, count, { one: "1 pair", other: `${count} pairs` });
const credits = (count: number) => plural(language, count, { one: "1 credit", other: `${count} credits` });

/** The preset lab: experiments, blind votes and verdicts. */
export const lab = {
  room: "Lab",
  lead: "Compare ways of making your portraits on the same briefs and seeds: by measure, and by your own blind votes.",
  newExperiment: "New experiment",
  ready: {
    title: "A ready experiment",
    lead: "What the presets claim, put to the test on your own face: calmer than before, as like you, as fast. You see what it costs before anything starts.",
    go: "Look at it",
  },
  list: "Experiments",
  empty:
    "There are no experiments yet. Each one shows pairs like these: the same brief, the same seed, one thing different.",
  more: "Show earlier ones",
  loadingMore: "Loading earlier ones",
  status: { running: "running", stopped: "stopped", finished: "finished" },
  counted: ({ made, total, missing }: { made: number; total: number; missing: number }) =>
    missing === 0 ? `${made} of ${portraits(total)}` : `${made} of ${portraits(total)}, ${missing} missing`,
  summary: (counted: string, spent: number, day: string) => `${counted}, ${credits(spent)}, ${day}`,

  design: {
    room: "New experiment",
    title: "What should be compared?",
    name: "Title",
    arms: "Arms",
    armsNote:
      "An arm is one way of making a portrait. Every arm makes one portrait of each brief with each seed.",
    arm: (place: number) => `Arm ${place}`,
    armName: "Name",
    preset: "Preset",
    more: "Change single parameters",
    asPreset: (value: string) => `as the preset: ${value}`,
    parameters: {
      guidance: "Guidance, 0 to 10",
      numInferenceSteps: "Steps, 1 to 50",
      loraScale: "Strength of your model, −1 to 3",
      triggerPlacement: "Where the prompt names you",
      promptQuality: "Quality words",
      expressionPolicy: "Expression words",
    },
    values: {
      begin: "at the beginning",
      "begin-and-middle": "at the beginning and in the middle",
      none: "none",
      "film-portrait": "film portrait",
      natural: "forced smiles replaced",
      "as-written": "as written",
    },
    enhancement: "Realism layer",
    levels: { none: "none", subtle: "subtle", medium: "medium", dramatic: "dramatic" },
    addArm: "Add an arm",
    removeArm: (name: string) => `Remove ${name}`,
    briefs: "Briefs, one a line",
    seeds: "Seeds, whole numbers",
    seedsHint: "The same seeds are used for every arm, so that the pairs differ in nothing else.",
    drawSeeds: "Draw three seeds",
    comparisons: "What is compared",
    eachAgainstEach: "Each arm against each",
    asPlanned: "As the ready experiment has it",
    budget: "The most it may cost, in credits",
    cost: "Before it starts",
    cells: "Portraits",
    pairs: "Pairs of brief and seed",
    price: "Price",
    time: "Work at the provider",
    timeUnknown: "not known yet: you have no portraits with as many steps",
    timeKnown: (minutes: string, timed: number) => `about ${minutes}, from ${portraits(timed)} of yours`,
    minutes: (minutes: number) =>
      minutes < 1 ? "a minute" : plural(language, minutes, { one: "1 minute", other: `${minutes} minutes` }),
    tooFewPairs: (have: number, need: number) =>
      `${pairs(have)} can show figures, but name no arm: that takes at least ${need}.`,
    stopsEarly: (spendable: number) =>
      `It stops after ${credits(spendable)}, with whole pairs, and can go on later.`,
    start: "Start the experiment",
    starting: "Starting it",
    faults: {
      title: "Give it a title.",
      arms: "Give every arm a name.",
      parameter: (arm: string) => `A parameter of ${arm} is not a number.`,
      briefs: "Write at least one brief.",
      seeds: "Write whole numbers from 1 on, with commas between.",
      budget: "Write a whole number of credits.",
    },
  },

  experiment: {
    crumb: "Lab",
    missing: "There is no such experiment",
    back: "Back to the lab",
    reading: "Reading the figures",
    running: (made: number, total: number) =>
      `${made} of ${portraits(total)} made. It goes on without this page.`,
    progress: "Portraits made",
    stop: "Stop asking for more",
    stopping: "Stopping",
    resume: "Go on",
    resuming: "Going on",
    spent: (spent: number, held: number, budget: number) =>
      held === 0
        ? `${spent} of ${credits(budget)} spent`
        : `${spent} of ${credits(budget)} spent, ${held} held for what is under way`,
    vote: {
      title: "Vote without knowing which is which",
      progress: (cast: number, total: number) => `${cast} of ${total} votes`,
      lead: "Which one is more you? The sides are drawn by lot. Vote before you look at the sheet below.",
      go: "Vote",
      goOn: "Go on voting",
    },
    comparisons: "Arm against arm",
    figures: "Figures",
    measure: "Measure",
    measures: { likeness: "Likeness", naturalness: "Naturalness", smile: "Smile", votes: "Blind votes" },
    difference: "Difference, 95 in 100",
    pairsColumn: "Pairs",
    p: "p, for all questions",
    clear: (name: string) => `${name} is better`,
    calmer: (name: string) => `${name} is calmer`,
    chosen: (name: string) => `${name} was chosen`,
    notClear: "no clear difference",
    needed: (count: number) => `about ${pairs(count)} would tell`,
    notMeasured: "not measured",
    leftOut: (count: number) => `${count} left out: nothing known of them`,
    worst: (first: number, second: number) => `counted as worst: ${first} and ${second}`,
    votesCount: (first: number, second: number, neither: number) =>
      neither === 0 ? `${first} to ${second}` : `${first} to ${second}, ${neither} undecided`,
    questions: (count: number) =>
      `${plural(language, count, { one: "1 question", other: `${count} questions` })} of this experiment share one level of 0.05 (Holm); the pairs are decided by Wilcoxon's signed-rank test, the votes by the sign test.`,
    simulated:
      "These portraits are drawn by the simulator: they show how its model of FLUX behaves, and prove nothing about FLUX itself.",
    asTable: "As a table",
    plots: "Show the pairs",
    spread: "How the figures are spread",
    sheet: "The sheet",
    sheetNote:
      "Arms as columns, briefs as rows, a picture for each seed. The number is its smile, 0 calm to 1 wide.",
    brief: "Brief",
    seed: (seed: number) => `seed ${seed}`,
    pictureAlt: (brief: string, arm: string, seed: number) => `${brief}, ${arm}, seed ${seed}`,
    state: { waiting: "waiting", "under-way": "under way", made: "not measured yet", missing: "missing" },
    take: (name: string) => `Make ${name} my default`,
    taking: "Making it the default",
    taken:
      "It is your default now: every portrait that names no preset is made this way. You find it under You.",
    takeArm: "Your default preset",
    takeWhich: "The arm",
    takeLead:
      "An arm can become what holds for you where no preset is named, with this experiment as its reason.",
    exports: "Take it with you",
    report: "Report (HTML)",
    csv: "Figures (CSV)",
    json: "Everything (JSON)",
  },

  voting: {
    room: "Blind vote",
    title: "Which one is more you?",
    first: "First",
    second: "Second",
    pictureAlt: (side: string) => `${side} picture`,
    chooseFirst: "The first one",
    chooseSecond: "The second one",
    neither: "I cannot tell",
    undo: "Take back the last vote",
    progress: (number: number, ready: number) => `Vote ${number} of ${ready}`,
    more: (total: number) => `${total} once every portrait is there`,
    done: "Every pair that is there has your vote.",
    none: "There are no pairs to vote on yet. They come as portraits are made.",
    back: "See what the experiment says",
    keys: { first: "F", second: "J", neither: "Space", undo: "U" },
  },

  ownPreset: {
    title: "Your default preset",
    studio: (name: string) => `Where no preset is named, the studio's default holds: ${name}.`,
    own: (name: string, version: number) =>
      `Where no preset is named, your own holds: ${name}, version ${version}.`,
    from: "From the experiment",
    preset: "Preset",
    goBack: "Go back to the studio's default",
    goingBack: "Going back",
    lab: "Compare presets in the lab",
    atDesk: (name: string) => `Made with your own default, ${name}, from`,
  },
};
