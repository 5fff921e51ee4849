import { defineTestConfig } from "@selfsame/vitest";

// The page is built once in these tests, which takes seconds on a busy machine.
export default defineTestConfig({ testTimeout: 60_000 });
