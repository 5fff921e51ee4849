import { defineTestConfig } from "@selfsame/vitest";

// One journey at a time: each drives a browser and a whole studio, and machines may have two cores.
export default defineTestConfig({
  testTimeout: 420_000,
  hookTimeout: 120_000,
  fileParallelism: false,
  expect: { poll: { timeout: 30_000 } },
});
