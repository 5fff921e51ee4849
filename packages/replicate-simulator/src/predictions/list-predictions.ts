import type { JobRecord } from "../jobs/job-record.ts";
import { problem } from "../problems/problems.ts";
import type { Simulation } from "../simulation.ts";

interface PredictionFilter {
  created_after?: string | undefined;
  created_before?: string | undefined;
  source?: string | undefined;
}

/** An account's predictions, newest first; none was made on the web, so `source=web` finds nothing. */
export function listPredictions(
  simulation: Simulation,
  account: string,
  filter: PredictionFilter,
): JobRecord[] {
  const after = readTime(filter.created_after, "created_after") ?? Number.NEGATIVE_INFINITY;
  const before = readTime(filter.created_before, "created_before") ?? Number.POSITIVE_INFINITY;
  if (filter.source !== undefined && filter.source !== "web") {
    throw problem(400, "Bad request", "source must be web");
  }
  if (filter.source === "web") return [];
  return simulation.stores.jobs
    .all()
    .filter(
      (job) =>
        job.kind === "prediction" &&
        job.account === account &&
        job.createdAt >= after &&
        job.createdAt < before,
    )
    .toReversed();
}

function readTime(text: string | undefined, name: string): number | null {
  if (text === undefined) return null;
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw problem(400, "Bad request", `${name} is not a date-time`);
  return time;
}
