import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineTestConfig, postgresSetup } from "@selfsame/vitest";

const prepareDatabases = fileURLToPath(new URL("./test/prepare-databases.ts", import.meta.url));

export default defineTestConfig({
  globalSetup: [postgresSetup, prepareDatabases],
  // A busy machine of two cores takes its time; what hangs is found all the same.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // Tests wait for databases and timers more than they compute.
  maxWorkers: Math.max(2, Math.floor(availableParallelism() / 2)),
});
