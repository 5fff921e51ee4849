import { z } from "zod";

/** One thing that was looked at: how it is, and what to do where that is not well. */
export const finding = z.object({
  part: z.string(),
  state: z.enum(["well", "note", "wrong"]),
  words: z.string(),
  /** What to do about it; null where there is nothing to do. */
  fix: z.string().nullable(),
});

/** One thing that was looked at. */
export type Finding = z.infer<typeof finding>;

/** It is as it should be. */
export const well = (part: string, words: string): Finding => ({ part, state: "well", words, fix: null });

/** It works, and whoever runs the studio should know something about it. */
export const note = (part: string, words: string, fix: string): Finding => ({
  part,
  state: "note",
  words,
  fix,
});

/** It does not work. */
export const wrong = (part: string, words: string, fix: string): Finding => ({
  part,
  state: "wrong",
  words,
  fix,
});

/** Findings in lines for a terminal. */
export const findingLines = (findings: readonly Finding[]): string[] => {
  const marks = { well: "ok   ", note: "note ", wrong: "WRONG" } as const;
  const count = findings.filter(({ state }) => state === "wrong").length;
  return [
    ...findings.flatMap(({ part, state, words, fix }) => [
      `${marks[state]}  ${part}: ${words}`,
      ...(fix === null ? [] : [`       → ${fix}`]),
    ]),
    count === 0 ? "Nothing is wrong." : `${count === 1 ? "1 thing is" : `${count} things are`} wrong.`,
  ];
};
