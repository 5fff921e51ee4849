/** Why a turn has no whole answer, in words for the person. The closed set of what a turn's `problem` holds. */
export const turnProblems = {
  "names-someone": {
    message: "This names an account, a number or an address.",
    fix: "Portraits are made of your own face alone. Say what the picture should show, without saying whose it is.",
  },
  "gives-instructions": {
    message: "This gives orders about how Maya works, not about a picture.",
    fix: "Her rules stay as they are. Say what the picture should show.",
  },
  stopped: { message: "You stopped here.", fix: "What came so far is kept. Try again, or write on." },
  "cut-off": {
    message: "The answer was cut off.",
    fix: "Your words are kept, and what came so far. Try again.",
  },
  "engine-unreachable": {
    message: "Maya cannot be reached at the moment.",
    fix: "Your words are kept. Try again.",
  },
  "engine-refused": {
    message: "Maya's language model did not take this.",
    fix: "Your words are kept. Say it in other words; if it stays, tell whoever runs this studio.",
  },
  "engine-busy": { message: "Maya has too much to do.", fix: "Your words are kept. Try again in a minute." },
  "engine-timed-out": { message: "Maya took too long to answer.", fix: "Your words are kept. Try again." },
  "engine-cut-off": {
    message: "Maya's answer broke off in the middle.",
    fix: "What came so far is kept. Try again.",
  },
  "engine-malformed": {
    message: "What Maya answered cannot be used.",
    fix: "Your words are kept. Try again, or say it in other words.",
  },
  unknown: { message: "Something went wrong on our side.", fix: "Your words are kept. Try again." },
} as const;

/** A key of `turnProblems`. */
export type TurnProblem = keyof typeof turnProblems;

/** Whether a stored code is one of the known ones. */
export const isTurnProblem = (code: string): code is TurnProblem => Object.hasOwn(turnProblems, code);
