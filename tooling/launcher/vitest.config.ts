import { defineTestConfig } from "@selfsame/vitest";

export default defineTestConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
