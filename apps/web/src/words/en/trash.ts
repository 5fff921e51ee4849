import { plural } from "../plural.ts";

const language = "en";
const portraits = (count: number) =>
  plural(language, count, { one: "1 portrait", other: `${count} portraits` });

/** The room of what was put away. */
export const trash = {
  room: "Trash",
  back: "Gallery",
  lead: (days: number) =>
    plural(language, days, {
      one: "What is here can be restored for a day, then it is removed for good.",
      other: `What is here can be restored for ${days} days, then it is removed for good.`,
    }),
  empty: {
    title: "The trash is empty",
    lead: "What you move here from the gallery can be restored for a while.",
    go: "Go to the gallery",
  },
  list: "Portraits in the trash",
  removedOn: (day: string) => `Until ${day}`,
  restore: "Restore",
  restoreOne: (brief: string) => `Restore ${brief}`,
  restoreAll: "Restore what is shown",
  emptyTrash: (count: number) => `Remove ${portraits(count)} for good`,
  confirm: {
    title: "Remove for good?",
    lead: (count: number) =>
      `${portraits(count)} and their recipes are removed from the studio, with every copy. This cannot be taken back. The credits they cost stay spent.`,
    act: (count: number) => `Remove ${portraits(count)}`,
  },
  emptied: (count: number) => `${portraits(count)} removed for good.`,
  left: (count: number) =>
    plural(language, count, {
      one: "1 stays until its generation has ended.",
      other: `${count} stay until their generation has ended.`,
    }),
  more: "Show more",
  loading: "Loading more",
};
