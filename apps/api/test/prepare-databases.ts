import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where this run keeps what its test databases are cloned from. */
    readonly databaseTemplates: { readonly folder: string; readonly name: string };
  }
}

/** A `globalSetup`: a place for the databases that others are cloned from; each is made by the first who needs it. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "selfsame-databases-"));
  const name = `selfsame_template_${randomBytes(6).toString("hex")}`;
  provide("databaseTemplates", { folder, name });
  return async () => {
    await rm(folder, { recursive: true, force: true });
    await dropTemplate(name);
  };
}

async function dropTemplate(name: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  try {
    await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
  } finally {
    await client.end();
  }
}
