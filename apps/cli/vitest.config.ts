import { defineTestConfig } from "@selfsame/vitest";

// Commands run as processes of their own against one studio, on a machine that does other things as well.
export default defineTestConfig({
  globalSetup: ["./test/provide-studio.ts"],
  testTimeout: 180_000,
  hookTimeout: 180_000,
});
