import { accountRecordSchema } from "../accounts/account-record.ts";
import { deploymentRecordSchema } from "../deployments/deployment-record.ts";
import { deliveryRecordSchema } from "../files/delivery-record.ts";
import { fileRecordSchema } from "../files/file-record.ts";
import { jobRecordSchema } from "../jobs/job-record.ts";
import { modelRecordSchema } from "../models/model-record.ts";
import { versionRecordSchema } from "../models/version-record.ts";
import type { Stores } from "../simulation.ts";
import { RecordStore } from "./record-store.ts";

/** Opens every store in the data folder, or empty ones that forget when it is null. */
export async function openStores(dataDir: string | null): Promise<Stores> {
  return {
    accounts: await RecordStore.open(dataDir, "accounts", accountRecordSchema),
    models: await RecordStore.open(dataDir, "models", modelRecordSchema),
    versions: await RecordStore.open(dataDir, "versions", versionRecordSchema),
    files: await RecordStore.open(dataDir, "files", fileRecordSchema),
    deliveries: await RecordStore.open(dataDir, "deliveries", deliveryRecordSchema),
    deployments: await RecordStore.open(dataDir, "deployments", deploymentRecordSchema),
    jobs: await RecordStore.open(dataDir, "jobs", jobRecordSchema),
  };
}

/** The largest sequence number in any store; -1 when all are empty. */
export function lastSequence(stores: Stores): number {
  return Math.max(...listStores(stores).map((store) => store.lastSequence()));
}

/** Resolves when every store has written what it was given. */
export async function flushStores(stores: Stores): Promise<void> {
  await Promise.all(listStores(stores).map((store) => store.flush()));
}

function listStores(stores: Stores): { lastSequence(): number; flush(): Promise<void> }[] {
  const { accounts, models, versions, files, deliveries, deployments, jobs } = stores;
  return [accounts, models, versions, files, deliveries, deployments, jobs];
}
