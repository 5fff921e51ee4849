import { problem } from "../problems/problems.ts";
import type { Simulation } from "../simulation.ts";
import type { DeploymentRecord } from "./deployment-record.ts";

/** A deployment has to be unused for this long before it can go. */
const unusedMs = 15 * 60 * 1000;

/** Deletes a deployment that has been offline and unused for 15 minutes. */
export async function deleteDeployment(simulation: Simulation, deployment: DeploymentRecord): Promise<void> {
  if (deployment.minInstances > 0 || simulation.clock.now() - deployment.lastUsedAt < unusedMs) {
    throw problem(
      403,
      "Forbidden",
      "You can only delete deployments that have been offline and unused for at least 15 minutes",
    );
  }
  await simulation.stores.deployments.remove(deployment.id);
}
