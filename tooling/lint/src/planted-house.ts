import { plantTree } from "./plant-tree.ts";

const ours = {
  "flux-core": "packages/flux-core",
  likeness: "packages/likeness",
  "drawn-faces": "packages/drawn-faces",
  "replicate-simulator": "packages/replicate-simulator",
  api: "apps/api",
  launcher: "tooling/launcher",
};
const theirs = [
  "@noble/hashes",
  "@trpc/client",
  "@trpc/server",
  "drizzle-orm",
  "hono",
  "pg",
  "pino",
  "react",
  "replicate",
  "vitest",
  "zod",
];

function manifest(name: string, dependencies: readonly string[], devDependencies: readonly string[]): string {
  const versions = (names: readonly string[]) => Object.fromEntries(names.map((each) => [each, "*"]));
  const door =
    name === "api"
      ? { "./router": { types: "./src/trpc/router.ts" } }
      : { ".": { "@selfsame/source": "./src/index.ts", default: "./dist/index.js" } };
  const sideDoor =
    name === "likeness"
      ? { "./adapter": { "@selfsame/source": "./src/adapter/index.ts", default: "./dist/adapter/index.js" } }
      : {};
  return JSON.stringify({
    name: `@selfsame/${name}`,
    type: "module",
    exports: { ...door, ...sideDoor },
    dependencies: versions(dependencies),
    devDependencies: versions(devDependencies),
  });
}

/** A small repository laid out like this one, in which every import is allowed: the ground for violations. */
const house: Readonly<Record<string, string>> = {
  "packages/flux-core/package.json": manifest("flux-core", ["zod", "@noble/hashes"], ["vitest"]),
  "packages/flux-core/src/index.ts":
    "export { presets } from './presets.ts';\nexport { seal } from './seal.ts';\n",
  "packages/flux-core/src/presets.ts": "import { z } from 'zod';\nexport const presets = z;\n",
  "packages/flux-core/src/seal.ts": "import { sha256 } from '@noble/hashes';\nexport const seal = sha256;\n",
  "packages/likeness/package.json": manifest("likeness", [], ["vitest"]),
  "packages/likeness/src/index.ts": "export { score } from './score.ts';\n",
  "packages/likeness/src/score.ts": "export const score = 1;\n",
  "packages/likeness/src/adapter/index.ts": "export { measure } from './measure.ts';\n",
  "packages/likeness/src/adapter/measure.ts":
    "import { Worker } from 'node:worker_threads';\nimport { score } from '../score.ts';\nexport const measure = [Worker, score];\n",
  "packages/likeness/src/adapter/face-worker.ts":
    "import { parentPort } from 'node:worker_threads';\nimport { watch } from './watch.ts';\nwatch(parentPort);\n",
  "packages/likeness/src/adapter/watch.ts": "export const watch = (port: unknown) => port;\n",
  "packages/drawn-faces/package.json": manifest("drawn-faces", [], ["vitest"]),
  "packages/drawn-faces/src/index.ts": "export const draw = 1;\n",
  "packages/replicate-simulator/package.json": manifest(
    "replicate-simulator",
    ["hono", "@selfsame/drawn-faces"],
    ["replicate", "vitest"],
  ),
  "packages/replicate-simulator/src/index.ts":
    "import { draw } from '@selfsame/drawn-faces';\nimport { Hono } from 'hono';\nexport const startSimulator = [draw, Hono];\n",

  "apps/api/package.json": manifest(
    "api",
    [
      "@selfsame/drawn-faces",
      "@selfsame/flux-core",
      "@selfsame/likeness",
      "@trpc/server",
      "drizzle-orm",
      "pg",
      "replicate",
    ],
    ["@selfsame/replicate-simulator", "hono", "vitest"],
  ),
  "apps/api/src/main.ts":
    "import { app } from './app.ts';\nimport { env } from './env.ts';\nexport default [app, env];\n",
  "apps/api/src/env.ts": "export const env = {};\n",
  "apps/api/src/app.ts":
    "import { router } from './trpc/router.ts';\nimport { open } from './db/open.ts';\nimport { client } from './replicate/client.ts';\nimport { queue } from './jobs/queue.ts';\nimport { webhook } from './webhooks/webhook.ts';\nimport { measure } from '@selfsame/likeness/adapter';\nexport const app = [router, open, client, queue, webhook, measure];\n",
  "apps/api/src/trpc/router.ts":
    "import { modelsRouter } from '../models/models.router.ts';\nimport { galleryRouter } from '../gallery/gallery.router.ts';\nexport const router = [modelsRouter, galleryRouter];\nexport type AppRouter = typeof router;\n",
  "apps/api/src/trpc/trpc.ts": "import { initTRPC } from '@trpc/server';\nexport const trpc = initTRPC;\n",
  "apps/api/src/webhooks/webhook.ts":
    "import { trainModel } from '../models/train-model.ts';\nexport const webhook = trainModel;\n",
  "apps/api/src/models/models.router.ts":
    "import { trpc } from '../trpc/trpc.ts';\nimport { trainModel } from './train-model.ts';\nexport const modelsRouter = [trpc, trainModel];\n",
  "apps/api/src/models/train-model.ts":
    "import { presets } from '@selfsame/flux-core';\nimport { score } from '@selfsame/likeness';\nimport { draw } from '@selfsame/drawn-faces';\nimport type { Open } from '../db/open.ts';\nimport { findModel } from './model.store.ts';\nexport const trainModel = (open: Open) => [presets, score, draw, findModel, open];\n",
  "apps/api/src/models/model.store.ts":
    "import { sql } from 'drizzle-orm';\nimport { tables } from '../db/schema.ts';\nexport const findModel = [sql, tables];\n",
  "apps/api/src/gallery/gallery.router.ts":
    "import { listPortraits } from './list-portraits.ts';\nexport const galleryRouter = listPortraits;\n",
  "apps/api/src/gallery/list-portraits.ts":
    "import { findPortraits } from './portrait.store.ts';\nexport const listPortraits = findPortraits;\n",
  "apps/api/src/gallery/portrait.store.ts":
    "import { sql } from 'drizzle-orm';\nexport const findPortraits = sql;\n",
  "apps/api/src/db/open.ts":
    "import pg from 'pg';\nexport const open = pg;\nexport type Open = typeof open;\n",
  "apps/api/src/db/schema.ts": "import { sql } from 'drizzle-orm';\nexport const tables = sql;\n",
  "apps/api/src/replicate/client.ts":
    "import Replicate from 'replicate';\nexport const client = Replicate;\n",
  "apps/api/src/jobs/queue.ts": "import pg from 'pg';\nexport const queue = pg;\n",
  "apps/api/src/models/train-model.test.ts":
    "import { it } from 'vitest';\nimport { startSimulator } from '@selfsame/replicate-simulator';\nimport { trainModel } from './train-model.ts';\nimport { rows } from '../../test/rows.ts';\nit('trains', () => [startSimulator, trainModel, rows]);\n",
  "apps/api/test/rows.ts": "export const rows = [];\n",

  "apps/web/package.json": manifest(
    "web",
    ["@selfsame/flux-core", "@trpc/client", "react"],
    ["@selfsame/api", "vitest"],
  ),
  "apps/web/src/main.tsx":
    "import { useState } from 'react';\nimport { presets } from '@selfsame/flux-core';\nimport { client } from './client.ts';\nexport const page = [useState, presets, client];\n",
  "apps/web/src/client.ts":
    "import { createTRPCClient } from '@trpc/client';\nimport type { AppRouter } from '@selfsame/api/router';\nexport const client: AppRouter | unknown = createTRPCClient;\n",
  "examples/script/package.json": manifest("script", ["@selfsame/flux-core"], ["@selfsame/api"]),
  "examples/script/src/main.ts":
    "import type { AppRouter } from '@selfsame/api/router';\nexport type Asked = AppRouter;\n",
  "apps/cli/package.json": manifest(
    "cli",
    ["@selfsame/flux-core", "@selfsame/likeness", "@trpc/client"],
    ["@selfsame/api", "vitest"],
  ),
  "apps/cli/src/main.ts":
    "import { createTRPCClient } from '@trpc/client';\nimport type { AppRouter } from '@selfsame/api/router';\nimport { score } from '@selfsame/likeness';\nexport const measure = async () => [score, await import('@selfsame/likeness/adapter')];\nexport const client: AppRouter | unknown = createTRPCClient;\n",

  "tooling/launcher/package.json": manifest("launcher", ["@selfsame/replicate-simulator"], []),
  "tooling/launcher/src/index.ts": "export { start } from './start.ts';\n",
  "tooling/launcher/src/start.ts":
    "import { startSimulator } from '@selfsame/replicate-simulator';\nexport const start = startSimulator;\n",
};

function installed(): Record<string, string> {
  return Object.fromEntries(
    theirs.flatMap((name) => [
      [
        `node_modules/${name}/package.json`,
        JSON.stringify({ name, version: "1.0.0", type: "module", main: "index.js" }),
      ],
      [`node_modules/${name}/index.js`, "export default {};\n"],
    ]),
  );
}

/**
 * Plants the small repository, with some files added or replaced.
 *
 * @returns the folder it lies in, removed when the running test ends
 */
export function plantHouse(changes: Readonly<Record<string, string>> = {}): Promise<string> {
  const links = Object.entries(ours).map(
    ([name, folder]) => [`node_modules/@selfsame/${name}`, folder] as const,
  );
  return plantTree({ ...installed(), ...house, ...changes }, Object.fromEntries(links));
}
