import type { TrainingView } from "../../views/views.ts";

/**
 * The number of each version by its training's id: ready trainings are counted from the oldest, others have none.
 *
 * @param trainings newest first.
 */
export function versionNumbers(
  trainings: readonly Pick<TrainingView, "id" | "status">[],
): ReadonlyMap<string, number> {
  const ready = trainings.filter(({ status }) => status === "ready");
  return new Map(ready.map(({ id }, index) => [id, ready.length - index]));
}
