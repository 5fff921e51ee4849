import type { StepSeen } from "./remaining-time.ts";

/** The measured steps of one training as this page saw them come in, oldest first. */
export type StepsSeen = readonly StepSeen[];

/** Where the steps of a training are remembered, so that they outlive the room that shows them. */
export function stepsSeenKey(trainingId: string): readonly ["steps-seen", string] {
  return ["steps-seen", trainingId];
}
