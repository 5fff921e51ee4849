import { describe, expect, it } from "vitest";
import { arrowRules } from "./arrow-rules.ts";
import { cruiseArrows } from "./cruise-arrows.ts";
import { plantHouse } from "./planted-house.ts";

const planted: readonly [rule: string, file: string, content: string][] = [
  [
    "pure-packages-stand-alone",
    "packages/flux-core/src/index.ts",
    "export * from '@selfsame/drawn-faces';\n",
  ],
  [
    "pure-packages-stand-alone",
    "packages/drawn-faces/src/index.ts",
    "export * from '@selfsame/flux-core';\n",
  ],
  ["pure-packages-stand-alone", "packages/likeness/src/score.ts", "export * from '@selfsame/drawn-faces';\n"],
  [
    "simulator-imports-drawn-faces-only",
    "packages/replicate-simulator/src/index.ts",
    "export * from '@selfsame/flux-core';\n",
  ],
  [
    "api-imports-its-three-packages-only",
    "apps/api/src/app.ts",
    "export * from '@selfsame/replicate-simulator';\n",
  ],
  [
    "api-imports-its-three-packages-only",
    "apps/api/src/app.ts",
    "export type { startSimulator } from '@selfsame/replicate-simulator';\n",
  ],
  ["page-imports-flux-core-only", "apps/web/src/main.tsx", "export * from '@selfsame/drawn-faces';\n"],
  ["page-imports-flux-core-only", "apps/web/src/main.tsx", "export * from '@selfsame/likeness';\n"],
  ["page-imports-flux-core-only", "apps/web/src/main.tsx", "export * from '../../cli/src/main.ts';\n"],
  [
    "page-imports-flux-core-only",
    "apps/web/src/main.tsx",
    "export type { trainModel } from '../../api/src/models/train-model.ts';\n",
  ],
  [
    "terminal-imports-flux-core-and-likeness-only",
    "apps/cli/src/main.ts",
    "export * from '@selfsame/drawn-faces';\n",
  ],
  [
    "terminal-imports-flux-core-and-likeness-only",
    "apps/cli/src/main.ts",
    "export * from '@selfsame/replicate-simulator';\n",
  ],
  [
    "terminal-imports-flux-core-and-likeness-only",
    "apps/cli/src/main.ts",
    "export * from '../../web/src/client.ts';\n",
  ],
  [
    "examples-import-what-strangers-can",
    "examples/script/src/main.ts",
    "export * from '@selfsame/likeness';\n",
  ],
  [
    "packages-have-one-door",
    "apps/cli/src/main.ts",
    "export * from '../../../packages/likeness/src/adapter/measure.ts';\n",
  ],
  ["router-is-a-type", "apps/web/src/main.tsx", "export { router } from '@selfsame/api/router';\n"],
  ["router-is-a-type", "apps/cli/src/main.ts", "import '@selfsame/api/router';\n"],
  [
    "router-is-a-type",
    "apps/web/src/main.tsx",
    "export const page = async () => import('@selfsame/api/router');\n",
  ],
  [
    "nothing-imports-an-app",
    "packages/flux-core/src/index.ts",
    "export * from '../../../apps/api/src/env.ts';\n",
  ],
  [
    "nothing-imports-an-app",
    "tooling/launcher/src/start.ts",
    "export * from '../../../apps/api/src/app.ts';\n",
  ],
  [
    "packages-have-one-door",
    "apps/web/src/main.tsx",
    "export * from '../../../packages/flux-core/src/presets.ts';\n",
  ],
  [
    "packages-have-one-door",
    "apps/api/src/app.ts",
    "export * from '../../../packages/likeness/src/adapter/measure.ts';\n",
  ],
  ["shipped-code-imports-no-tooling", "apps/cli/src/main.ts", "export * from '@selfsame/launcher';\n"],
  ["shipped-code-imports-no-tests", "apps/api/src/app.ts", "export * from './models/train-model.test.ts';\n"],
  ["shipped-code-imports-no-tests", "apps/api/src/app.ts", "export * from '../test/rows.ts';\n"],
  ["shipped-code-needs-no-dev-dependency", "apps/api/src/app.ts", "export { Hono } from 'hono';\n"],

  ["verbs-know-no-trpc", "apps/api/src/models/train-model.ts", "export { TRPCError } from '@trpc/server';\n"],
  [
    "verbs-know-no-trpc",
    "apps/api/src/models/train-model.ts",
    "import type { TRPCError } from '@trpc/server';\nexport type Failure = TRPCError;\n",
  ],
  ["verbs-know-no-transport", "apps/api/src/models/train-model.ts", "export * from '../trpc/trpc.ts';\n"],
  ["verbs-know-no-transport", "apps/api/src/models/train-model.ts", "export * from './models.router.ts';\n"],
  [
    "verbs-know-no-transport",
    "apps/api/src/models/train-model.ts",
    "export * from '../webhooks/webhook.ts';\n",
  ],
  [
    "transport-knows-no-database",
    "apps/api/src/models/models.router.ts",
    "export { sql } from 'drizzle-orm';\n",
  ],
  ["transport-knows-no-database", "apps/api/src/models/models.router.ts", "export * from '../db/open.ts';\n"],
  [
    "transport-knows-no-database",
    "apps/api/src/models/models.router.ts",
    "export * from './model.store.ts';\n",
  ],
  ["transport-knows-no-database", "apps/api/src/webhooks/webhook.ts", "export { default } from 'pg';\n"],
  [
    "only-stores-reach-the-database",
    "apps/api/src/models/train-model.ts",
    "export { sql } from 'drizzle-orm';\n",
  ],
  ["only-stores-reach-the-database", "apps/api/src/jobs/worker.ts", "export { default } from 'pg';\n"],
  [
    "verbs-take-the-database-as-an-argument",
    "apps/api/src/models/train-model.ts",
    "export { open } from '../db/open.ts';\n",
  ],
  ["stores-call-no-verb", "apps/api/src/models/model.store.ts", "export * from './train-model.ts';\n"],
  [
    "a-store-belongs-to-its-folder",
    "apps/api/src/gallery/portrait.store.ts",
    "export * from '../models/model.store.ts';\n",
  ],
  [
    "only-replicate-touches-the-client",
    "apps/api/src/models/train-model.ts",
    "export { default } from 'replicate';\n",
  ],
  [
    "only-the-entry-reads-settings",
    "apps/api/src/models/train-model.ts",
    "export { env } from '../env.ts';\n",
  ],

  ["pure-code-knows-no-node", "packages/flux-core/src/presets.ts", "export { join } from 'node:path';\n"],
  ["pure-code-knows-no-node", "packages/drawn-faces/src/index.ts", "export { join } from 'node:path';\n"],
  ["pure-code-knows-no-node", "packages/likeness/src/score.ts", "export { join } from 'node:path';\n"],
  ["pure-code-knows-no-node", "apps/web/src/client.ts", "export { createHash } from 'node:crypto';\n"],
  [
    "flux-core-has-two-dependencies",
    "packages/flux-core/src/presets.ts",
    "export { default } from 'pino';\n",
  ],
  [
    "likeness-core-stands-alone",
    "packages/likeness/src/score.ts",
    "export { measure } from './adapter/measure.ts';\n",
  ],
  ["likeness-core-stands-alone", "packages/likeness/src/score.ts", "export { default } from 'zod';\n"],
  [
    "no-cycles",
    "apps/api/src/models/model.store.ts",
    "import { trainModel } from './train-model.ts';\nexport const findModel = () => trainModel;\n",
  ],
  ["no-dead-files", "apps/api/src/models/rename-model.ts", "import { sql } from 'drizzle-orm';\nsql;\n"],
  ["no-dead-files", "packages/flux-core/src/unused.ts", "export const unused = 1;\n"],
  ["no-dead-files", "packages/likeness/src/adapter/unused.ts", "export const unused = 1;\n"],
  ["no-orphans", "apps/api/test/left-over.ts", "export const unused = 1;\n"],
  ["no-undeclared-dependency", "apps/api/src/app.ts", "export { pino } from 'pino';\n"],
  ["no-unresolvable-import", "apps/api/src/app.ts", "export * from './nowhere.ts';\n"],
];

describe("the arrows", () => {
  it("let a house through in which every import is allowed", async () => {
    const report = await cruiseArrows(await plantHouse());
    expect(report.violations).toEqual([]);
    expect(report.dependencies).toBeGreaterThan(30);
  });

  it.each(planted)("%s sees %s break it", async (rule, file, content) => {
    const { violations } = await cruiseArrows(await plantHouse({ [file]: content }));
    expect(violations).toContainEqual(expect.objectContaining({ rule, from: file }));
  });

  it("have a planted violation for every rule", () => {
    const proven = new Set(planted.map(([rule]) => rule));
    expect(arrowRules.map(({ name }) => name).filter((name) => name && !proven.has(name))).toEqual([]);
  });
});
