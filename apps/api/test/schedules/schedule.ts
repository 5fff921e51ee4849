import type { FaultRequest } from "@selfsame/replicate-simulator";
import type { JobFate } from "./unreliable-queue.ts";

/** What a person, or the world, does. Times are milliseconds since the action before. */
export type Action = { readonly afterMs: number } & (
  | {
      readonly kind: "generate";
      readonly outputs: number;
      readonly seed: number | null;
      readonly scene: number;
    }
  | { readonly kind: "train" }
  /** The `which`-th of what was begun so far. */
  | { readonly kind: "cancel"; readonly which: number }
  | { readonly kind: "storage-fails"; readonly forMs: number }
  /** Every process is gone for so long. */
  | { readonly kind: "absence"; readonly forMs: number }
  | { readonly kind: "low-credit"; readonly forMs: number }
);

/** Where a step is interrupted: after so many touches of the outside since the interruption before. */
export interface InterruptedPlace {
  readonly afterTouches: number;
  /** With `payment`, only these count: a paid request, its answer, and what is touched next. */
  readonly around: "anything" | "payment";
}

/** The process dies on the spot, and another takes its place after a while. */
export interface Kill {
  readonly kind: "kill";
  readonly awayMs: number;
}

/** Time passes, then another process does all that is due, before the step goes on. */
export interface OthersFirst {
  readonly kind: "others-first";
  readonly passMs: number;
}

/** What happens in the middle of a step. */
export type Interruption = InterruptedPlace & (Kill | OthersFirst);

/** One story of a studio with two processes, from the first wish to the end of everything. */
export interface Schedule {
  readonly actions: readonly Action[];
  readonly faults: readonly FaultRequest[];
  readonly interruptions: readonly Interruption[];
  readonly fates: readonly JobFate[];
  /** For what is drawn on the way: jitter, seeds, which process, which job first. */
  readonly random: number;
}
