/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "vitest.mutation.config.ts" },
  // Lists of words and letters are data: a test could only repeat them.
  mutate: [
    "src/prompt/**/*.ts",
    "src/isolation/**/*.ts",
    "!src/**/*.test.ts",
    "!src/**/look-alikes.ts",
    "!src/**/abbreviations.ts",
  ],
  coverageAnalysis: "perTest",
  concurrency: 1,
  // A mutant that loops for ever is caught well before the usual five seconds.
  timeoutMS: 2000,
  thresholds: { high: 95, low: 90, break: 90 },
  reporters: ["clear-text", "json", "progress-append-only"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: ".report/mutation.json" },
  // The package's own tsconfig, above the sandbox, holds; a copy would not find the one it extends.
  ignorePatterns: ["tsconfig*.json", "dist", "dist-test", ".report"],
  tempDirName: ".report/mutation",
  cleanTempDir: "always",
  disableTypeChecks: false,
};
