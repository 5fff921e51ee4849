import type { StudioClient } from "../client/studio-client.ts";
import type { ReadyDesign } from "../client/views.ts";
import { ownFailureError } from "../failures/own-failures.ts";

/**
 * One of the studio's ready designs, by its name.
 *
 * @throws FailureError `usage`
 */
export async function findReady(client: StudioClient, name: string): Promise<ReadyDesign> {
  const ready = await client.lab.ready.query();
  const found = ready.find((one) => one.name === name);
  if (found !== undefined) return found.design;
  throw ownFailureError("usage", {
    reason: `There is no ready experiment ${name}; there is ${ready.map((one) => one.name).join(", ")}.`,
    help: "selfsame lab ready --help",
    field: "name",
  });
}
