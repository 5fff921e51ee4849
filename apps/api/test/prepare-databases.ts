import { randomBytes } from "node:crypto";
import pg from "pg";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** The name of the PostgreSQL database that this run's test databases are cloned from. */
    readonly postgresTemplate: string;
  }
}

/** A `globalSetup`: names the database that others are cloned from. The first who needs it makes it. */
export function setup({ provide }: TestProject): () => Promise<void> {
  const name = `selfsame_template_${randomBytes(6).toString("hex")}`;
  provide("postgresTemplate", name);
  return () => dropTemplate(name);
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
