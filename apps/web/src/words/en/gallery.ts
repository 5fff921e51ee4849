import { plural } from "../plural.ts";

const language = "en";

/** The room in which portraits hang. */
export const gallery = {
  room: "Gallery",
  show: "Show",
  all: "All",
  kept: "Kept",
  keptMark: "Kept",
  keep: "Keep",
  dayCount: (count: number) => plural(language, count, { one: "1 portrait", other: `${count} portraits` }),
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
};
