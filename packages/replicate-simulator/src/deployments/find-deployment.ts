import { notFound } from "../problems/problems.ts";
import type { Simulation } from "../simulation.ts";
import type { DeploymentRecord } from "./deployment-record.ts";

/** An account's own deployment; 404 otherwise. */
export function findDeployment(
  simulation: Simulation,
  account: string,
  owner: string,
  name: string,
): DeploymentRecord {
  const deployment = simulation.stores.deployments.get(`${owner}/${name}`);
  if (deployment?.owner !== account) throw notFound("The requested resource could not be found.");
  return deployment;
}
