import { defineTestConfig } from "@selfsame/vitest";

// The face networks take a second to load and a fifth of one for a picture, on a machine that does nothing else.
export default defineTestConfig({ testTimeout: 300_000, hookTimeout: 300_000 });
