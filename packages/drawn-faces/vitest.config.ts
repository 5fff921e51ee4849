import { defineTestConfig } from "@selfsame/vitest";

export default defineTestConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
