import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";

type TestOptions = NonNullable<ViteUserConfig["test"]>;

/** A `globalSetup` for packages whose tests need a real PostgreSQL; they find it in `TEST_DATABASE_URL`. */
export const postgresSetup = fileURLToPath(new URL("./provide-postgres.ts", import.meta.url));

/** One order of many, the same in every run, so that a failure comes from a change; another by TEST_ORDER_SEED. */
const orderSeed = Number(process.env["TEST_ORDER_SEED"] ?? 1_795_388_955_809);

/**
 * The test settings every package shares: sources instead of builds, a machine-readable report in `.report`,
 * a shuffled order, and a console that fails the test which wrote to it.
 *
 * @example
 * export default defineTestConfig({ testTimeout: 20_000 });
 */
export function defineTestConfig(options: TestOptions): ViteUserConfig {
  const conditions = ["@selfsame/source", "module", "node", "development|production"];
  return defineConfig({
    resolve: { conditions },
    // Node itself loads the packages, and its own conditions alone say which of their builds it can.
    ssr: { resolve: { conditions: conditions.filter((condition) => condition !== "module") } },
    test: {
      include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}"],
      setupFiles: [fileURLToPath(new URL("./fail-on-console.ts", import.meta.url))],
      reporters: ["default", "json"],
      outputFile: { json: ".report/vitest.json" },
      sequence: { shuffle: { files: false, tests: true }, seed: orderSeed },
      ...options,
    },
  });
}
