import type { Account } from "../accounts/account.ts";
import { problem } from "../problems/problems.ts";
import { atSpeed } from "../jobs/job-duration.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import type { Simulation } from "../simulation.ts";
import type { ModelRecord } from "./model-record.ts";
import type { VersionRecord } from "./version-record.ts";

/** Real milliseconds until an accepted deletion is done; "a few minutes" at the worst, says the provider. */
const deletionTakesMs = 20_000;

/**
 * Accepts the deletion of one's own private version; it and its predictions go some time later. Nobody else can have
 * run it and nothing trains on it, so only a deployment stands in the way.
 */
export async function deleteVersion(
  simulation: Simulation,
  runner: JobRunner,
  account: Account,
  { model, version }: { model: ModelRecord; version: VersionRecord },
): Promise<void> {
  const { clock, settings, stores } = simulation;
  if (model.owner !== account.username) {
    throw problem(403, "Forbidden", "You can only delete versions from models you own");
  }
  if (model.visibility !== "private") {
    throw problem(403, "Forbidden", "You can only delete versions from private models");
  }
  if (stores.deployments.all().some((deployment) => deployment.versionId === version.id)) {
    throw problem(403, "Forbidden", "You cannot delete a version if it has an associated deployment");
  }
  const accepted = { ...version, deletionDueAt: clock.now() + atSpeed(deletionTakesMs, settings.speed) };
  await stores.versions.put(accepted);
  scheduleVersionDeletion(simulation, runner, accepted);
}

/** Sees to a deletion that was accepted, now or in an earlier run. */
export function scheduleVersionDeletion(
  simulation: Simulation,
  runner: JobRunner,
  version: VersionRecord,
): void {
  const { clock, stores } = simulation;
  if (version.deletionDueAt === null) return;
  clock.after(version.deletionDueAt - clock.now(), async () => {
    await stores.versions.remove(version.id);
    for (const job of stores.jobs.all()) {
      if (job.kind === "prediction" && job.versionId === version.id) await runner.remove(job.id);
    }
  });
}
