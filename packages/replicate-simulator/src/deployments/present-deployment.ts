import type { Account } from "../accounts/account.ts";
import type { DeploymentRecord } from "./deployment-record.ts";

/** A deployment as the API shows it. */
export function presentDeployment(deployment: DeploymentRecord, account: Account) {
  return {
    owner: deployment.owner,
    name: deployment.name,
    current_release: {
      number: deployment.releaseNumber,
      model: deployment.model,
      version: deployment.versionId,
      created_at: new Date(deployment.releasedAt).toISOString(),
      created_by: {
        type: account.type,
        username: account.username,
        name: account.name ?? account.username,
        avatar_url: `https://github.com/${account.username}.png`,
        github_url: `https://github.com/${account.username}`,
      },
      configuration: {
        hardware: deployment.hardware,
        min_instances: deployment.minInstances,
        max_instances: deployment.maxInstances,
      },
    },
  };
}
