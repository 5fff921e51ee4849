import type { Explanation } from "./explain-provider-error.ts";
import type { RunErrorCode } from "./provider.ts";

const operator = "If it stays, tell whoever runs this studio.";

/** Why a run failed, in words for the person whose run it was. */
const explanations: Readonly<Record<RunErrorCode, Explanation>> = {
  "content-withheld": {
    message: "The safety check held every picture back.",
    fix: "It is sometimes wrong about ordinary portraits. Try again, or say more about clothes and surroundings.",
  },
  "input-invalid": {
    message: "The service that makes the pictures did not accept the studio's settings.",
    fix: `Try again. ${operator}`,
  },
  "training-set-unreadable": {
    message: "The training could not read the photos it was sent.",
    fix: `Start the training again; your selfies are still here. ${operator}`,
  },
  "out-of-memory": {
    message: "The machine that makes the pictures ran out of memory.",
    fix: `Try again. ${operator}`,
  },
  "timeout-starting": {
    message: "The machine that makes the pictures did not start in time.",
    fix: "Try again in a few minutes.",
  },
  interrupted: { message: "The service that makes the pictures stopped in the middle.", fix: "Try again." },
  unknown: {
    message: "The service that makes the pictures failed without saying why.",
    fix: `Try again. ${operator}`,
  },
};

export const explainRunError = (code: RunErrorCode): Explanation => explanations[code];
