import type { Simulation } from "../simulation.ts";
import type { VersionRecord } from "./version-record.ts";

/** A model's versions, newest first. */
export function versionsOf(simulation: Simulation, model: string): VersionRecord[] {
  return simulation.stores.versions
    .all()
    .filter((version) => version.model === model)
    .toSorted((a, b) => b.sequence - a.sequence);
}

/** A model's newest version. */
export function latestVersionOf(simulation: Simulation, model: string): VersionRecord | undefined {
  return versionsOf(simulation, model)[0];
}
