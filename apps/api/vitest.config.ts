import { fileURLToPath } from "node:url";
import { defineTestConfig, postgresSetup } from "@selfsame/vitest";

const prepareDatabases = fileURLToPath(new URL("./test/prepare-databases.ts", import.meta.url));

export default defineTestConfig({
  globalSetup: [postgresSetup, prepareDatabases],
  testTimeout: 20_000,
  hookTimeout: 60_000,
});
