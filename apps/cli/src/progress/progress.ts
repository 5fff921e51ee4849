/** How far one piece of work is. */
export interface ProgressStep {
  /** What is going on, in a word or two. */
  readonly phase: string;
  /** Done so far, in steps or bytes; null: not known. */
  readonly done: number | null;
  /** All there is to do; null: not known. */
  readonly total: number | null;
}

/** One line that tells how one piece of work goes. */
export interface ProgressLine {
  readonly show: (step: ProgressStep) => void;
  /** Leaves the line as it is, with how the work ended. */
  readonly end: (outcome: string) => void;
}

/** Shows work under way, one line at a time. */
export interface Progress {
  readonly begin: (label: string) => ProgressLine;
}

/** Shows nothing: for scripts, and where there is no terminal. */
export const silentProgress: Progress = {
  begin: () => ({ show: () => undefined, end: () => undefined }),
};
