import { plural } from "../plural.ts";

const language = "en";
const portraits = (count: number) =>
  plural(language, count, { one: "1 portrait", other: `${count} portraits` });

/** The room in which portraits hang, and its trash. */
export const gallery = {
  room: "Gallery",
  show: "Show",
  all: "All",
  kept: "Kept",
  trash: "Trash",
  narrow: "Narrow it to",
  service: "Made in",
  anyService: "Anywhere",
  services: {
    studio: "The studio",
    maya: "With Maya",
    photoshoot: "A photoshoot",
    enhanced: "Enhanced",
    lab: "The lab",
  },
  preset: "Preset",
  anyPreset: "Any",
  presets: {
    "natural-expression": "Natural expression",
    "strong-likeness": "Strong likeness",
    previous: "Previous",
  },
  from: "From",
  until: "to",
  clearNarrow: "Show everything",
  /** A wall that is ordered by a score. */
  byScore: {
    order: "Order",
    newest: "Newest first",
    orders: { likeness: "Most like you", naturalness: "Most natural" },
    likeness: "Likeness",
    expression: "Expression",
    anyBand: "Any",
    parts: {
      own: "As like as your own photos",
      less: "Less alike than your photos",
      natural: "Natural",
      doubtful: "Doubtful",
    },
    outOf100: (part: string, hundredths: number) => `${part}: ${hundredths} of 100`,
    alt: (name: string, judgement: string) => `${name}. ${judgement}`,
    more: "Show more portraits",
    loadingMore: "Loading more portraits",
    end: "Those are all that have a number.",
    /** What has no place on the wall, and why. */
    unplaced: (count: number, reasons: string) =>
      plural(language, count, {
        one: `1 portrait without a comparable number is not here: ${reasons}.`,
        other: `${count} portraits without a comparable number are not here: ${reasons}.`,
      }),
    waiting: "being measured",
    otherConstants: "measured by another scale",
    reason: (reason: string, count: number) => `${reason} (${count})`,
  },
  keptMark: "Kept",
  keep: "Keep",
  letGo: "Keep no longer",
  keptAlt: (brief: string) => `${brief} (kept)`,
  keptMany: (count: number) => `${portraits(count)} kept.`,
  letGoMany: (count: number) => `${portraits(count)} no longer kept.`,
  selectOne: (brief: string) => `Select ${brief}`,
  select: "Select",
  selectEnd: "Done selecting",
  selected: (count: number) => `${count} selected`,
  selectionLabel: "What is selected",
  compare: "Compare",
  download: "Download",
  downloading: (size: string) => `Packing, ${size} so far`,
  downloaded: (count: number) => `An archive of ${portraits(count)} with their recipes was saved.`,
  downloadMost: (most: number) => `At most ${most} portraits fit into one archive.`,
  stopDownload: "Stop",
  moveToTrash: "Move to the trash",
  trashed: (count: number) =>
    plural(language, count, {
      one: "1 portrait is in the trash.",
      other: `${count} portraits are in the trash.`,
    }),
  restored: (count: number) =>
    plural(language, count, { one: "1 portrait hangs again.", other: `${count} portraits hang again.` }),
  undo: "Undo",
  undoLabel: "Put into the trash",
  toTrash: "See the trash",
  dismiss: "Dismiss",
  open: "Open the portrait",
  madeOn: "Made",
  seed: "Seed",
  prompt: "Prompt",
  keys: {
    show: "Keys",
  },
  dayCount: portraits,
  dayKept: (count: number) => `${count} kept`,
  more: "Show earlier portraits",
  loadingMore: "Loading earlier portraits",
  end: "That is everything so far.",
  emptyAll: {
    title: "Nothing hangs here yet",
    lead: "Your first portrait will, as soon as it is made.",
    go: "Go to the studio",
  },
  emptyKept: {
    title: "Nothing is kept yet",
    lead: "Press Keep beside a portrait you like, and you find it here.",
    go: "Show all portraits",
  },
  emptyMeasured: {
    title: "Nothing can be ordered by this yet",
    lead: "Every portrait is measured after it is made, and takes its place here by itself.",
    go: "Show the newest first",
  },
  emptyFiltered: {
    title: "Nothing was made like that",
    lead: "No portrait fits what the gallery is narrowed to.",
    go: "Show everything",
  },
};
