import { defineTestConfig } from "@selfsame/vitest";

// Tests that draw, or start the command, take seconds on a busy machine.
export default defineTestConfig({ testTimeout: 60_000 });
