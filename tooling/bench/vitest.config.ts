import { defineTestConfig } from "@selfsame/vitest";

export default defineTestConfig({});
