import { defineTestConfig } from "@selfsame/vitest";

export default defineTestConfig({ provide: { propertyRuns: 2000 }, testTimeout: 60_000 });
