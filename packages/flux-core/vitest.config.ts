import { defineTestConfig } from "@selfsame/vitest";

export default defineTestConfig({ provide: { propertyRuns: 3000 }, testTimeout: 60_000 });
