import type { JobRecord } from "../jobs/job-record.ts";
import type { MadeFile } from "../jobs/job-work.ts";
import type { Simulation } from "../simulation.ts";

const outputFaults = ["output-expired", "output-truncated", "output-not-an-image"] as const;

/** Puts a file a job made on the delivery host, under an address that cannot be guessed. */
export async function storeDelivery(
  simulation: Simulation,
  job: JobRecord,
  file: MadeFile,
): Promise<{ path: string }> {
  const path = `${simulation.identifiers.delivery()}/${file.name}`;
  await simulation.bytes.write(path, file.bytes);
  await simulation.stores.deliveries.put({
    id: path,
    sequence: simulation.nextSequence(),
    jobId: job.id,
    contentType: file.contentType,
    fault: outputFaults.find((fault) => job.plan.faults.includes(fault)) ?? null,
  });
  return { path };
}
