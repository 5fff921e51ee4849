import type { Account } from "../accounts/account.ts";
import { isHardware } from "../models/hardware.ts";
import { findTarget } from "../predictions/find-target.ts";
import { invalidInput } from "../problems/problems.ts";
import type { Simulation } from "../simulation.ts";
import { type JsonBody, numberOf, textOf } from "../validation/json-body.ts";
import type { DeploymentRecord } from "./deployment-record.ts";

/** Creates a deployment of a version that the account may run. */
export async function createDeployment(
  simulation: Simulation,
  account: Account,
  body: JsonBody,
): Promise<DeploymentRecord> {
  const { clock, stores } = simulation;
  const name = textOf(body, "name") ?? "";
  const hardware = textOf(body, "hardware") ?? "";
  const id = `${account.username}/${name}`;
  if (!/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(name)) throw invalid("name", "Does not match pattern");
  if (stores.deployments.get(id) !== undefined)
    throw invalid("name", "A deployment with that name already exists");
  if (!isHardware(hardware)) throw invalid("hardware", "hardware is not a known SKU");
  const reference = `${textOf(body, "model") ?? ""}:${textOf(body, "version") ?? ""}`;
  const { version } = findTarget(simulation, account.username, reference);
  const deployment: DeploymentRecord = {
    id,
    sequence: simulation.nextSequence(),
    owner: account.username,
    name,
    releaseNumber: 1,
    model: version.model,
    versionId: version.id,
    releasedAt: clock.now(),
    hardware,
    minInstances: numberOf(body, "min_instances") ?? 0,
    maxInstances: numberOf(body, "max_instances") ?? 1,
    lastUsedAt: clock.now(),
  };
  await stores.deployments.put(deployment);
  return deployment;
}

function invalid(field: string, description: string) {
  return invalidInput([{ type: "invalid", field, description }]);
}
