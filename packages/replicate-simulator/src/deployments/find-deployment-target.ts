import type { PredictionTarget } from "../predictions/create-prediction.ts";
import { notFound } from "../problems/problems.ts";
import type { Simulation } from "../simulation.ts";
import { findDeployment } from "./find-deployment.ts";

/** What a prediction on this deployment runs on; notes the use, which keeps the deployment from being deleted. */
export async function findDeploymentTarget(
  simulation: Simulation,
  account: string,
  owner: string,
  name: string,
): Promise<PredictionTarget> {
  const { clock, stores } = simulation;
  const deployment = findDeployment(simulation, account, owner, name);
  const version = stores.versions.get(deployment.versionId);
  if (version === undefined) throw notFound("The requested resource could not be found.");
  await stores.deployments.put({ ...deployment, lastUsedAt: clock.now() });
  return { version, hidden: false, deployment: deployment.id };
}
