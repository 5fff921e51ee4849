import { plural } from "../plural.ts";

const language = "en";

/** How a person is told that their portraits are theirs alone, and how that is known. */
export const proof = {
  room: "Only yours",
  checking: "Every portrait is being checked against the log.",
  lead: ({ portraitCount, problems }: { portraitCount: number; problems: readonly unknown[] }) =>
    problems.length > 0
      ? "Something does not hold. It is named below."
      : portraitCount === 0
        ? "Every portrait is checked here, from your selfies to the stored picture."
        : plural(language, portraitCount, {
            one: "1 portrait, checked just now: made from your own face, and of nobody else's.",
            other: `${portraitCount} portraits, checked just now: made from your own face, and of nobody else's.`,
          }),
  broken: (count: number) =>
    plural(language, count, {
      one: "One thing does not agree with the log.",
      other: `${count} things do not agree with the log.`,
    }),
  brokenFix: "Why is not known from here. Tell whoever runs the studio what stands below.",
  log: "The log",
  since: "Kept since",
  entries: "Entries",
  letThrough: "Requests let through, each on your own model",
  refused: "Requests refused",
  checkedNow: "Checked for you",
  checkedByStudio: "Last checked by the studio",
  never: "Not yet",
  note: "Each entry holds a print of the one before, so that none can be changed or taken away unseen. It names nobody: when your account is deleted, the key that explains it goes too.",
  noPortraits: "There are no portraits yet. Each one is listed here as soon as it is stored.",
  holds: "Yours, every link holds",
  doesNotHold: "A link does not hold",
  takenAsFound: "From before the log was kept: taken as it was found.",
  trained: (selfies: number) =>
    plural(language, selfies, {
      one: "Your model was trained on 1 selfie of yours",
      other: `Your model was trained on ${selfies} selfies of yours`,
    }),
  guarded: (version: string) => `The guard let it run on your version ${version}`,
  sent: "Sent to the provider",
  accepted: "Accepted there",
  stored: "Stored here, with the hash of its content",
  notSaid: "Not in the log",
  more: "Show older ones",
  loadingMore: "Loading older ones",
};
