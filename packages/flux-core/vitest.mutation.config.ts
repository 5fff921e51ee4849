import { defineTestConfig } from "@selfsame/vitest";

/** Fewer tries of each property: every mutant runs them again. */
export default defineTestConfig({
  provide: { propertyRuns: 8 },
  include: ["src/prompt/**/*.test.ts", "src/isolation/**/*.test.ts"],
  reporters: ["dot"],
  isolate: false,
});
