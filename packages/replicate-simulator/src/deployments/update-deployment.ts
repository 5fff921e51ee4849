import { isHardware } from "../models/hardware.ts";
import { findTarget } from "../predictions/find-target.ts";
import { invalidInput } from "../problems/problems.ts";
import type { Simulation } from "../simulation.ts";
import { type JsonBody, numberOf, textOf } from "../validation/json-body.ts";
import type { DeploymentRecord } from "./deployment-record.ts";

/** Changes a deployment; every change is a new release with the next number. */
export async function updateDeployment(
  simulation: Simulation,
  deployment: DeploymentRecord,
  change: JsonBody,
): Promise<DeploymentRecord> {
  const { clock, stores } = simulation;
  const hardware = textOf(change, "hardware") ?? deployment.hardware;
  if (!isHardware(hardware)) {
    throw invalidInput([{ type: "invalid", field: "hardware", description: "hardware is not a known SKU" }]);
  }
  const versionId = textOf(change, "version") ?? deployment.versionId;
  findTarget(simulation, deployment.owner, `${deployment.model}:${versionId}`);
  const updated: DeploymentRecord = {
    ...deployment,
    hardware,
    versionId,
    minInstances: numberOf(change, "min_instances") ?? deployment.minInstances,
    maxInstances: numberOf(change, "max_instances") ?? deployment.maxInstances,
    releaseNumber: deployment.releaseNumber + 1,
    releasedAt: clock.now(),
  };
  await stores.deployments.put(updated);
  return updated;
}
