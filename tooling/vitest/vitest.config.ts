import { defineTestConfig } from "./src/define-test-config.ts";

export default defineTestConfig({ testTimeout: 60_000 });
