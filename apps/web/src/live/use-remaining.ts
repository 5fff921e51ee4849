import { skipToken, useQuery } from "@tanstack/react-query";

import type { TrainingView } from "../views/views.ts";
import { type Remaining, remainingTime } from "./remaining-time.ts";
import { stepsSeenKey, type StepsSeen } from "./steps-seen.ts";

/** The remaining time of a training's measured phase, from what this page has seen; null is not known yet. */
export function useRemaining({ id, progress }: Pick<TrainingView, "id" | "progress">): Remaining | null {
  const seen = useQuery<StepsSeen>({ queryKey: stepsSeenKey(id), queryFn: skipToken, staleTime: Infinity });
  return progress?.totalSteps && seen.data ? remainingTime(seen.data, progress.totalSteps) : null;
}
