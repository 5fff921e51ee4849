import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { z } from "zod";

const keptStudio = z.object({
  /** How many migrations had been applied. */
  migrations: z.int(),
  person: z.object({ email: z.string(), password: z.string() }),
  /** Every row of every table of the schema, as the database writes it in JSON. */
  tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
  /** Every picture in storage but the smaller copies, by its key, in base64. */
  pictures: z.record(z.string(), z.string()),
});

/** A studio as an earlier version of it left it: its rows and its pictures. */
export type KeptStudio = z.infer<typeof keptStudio>;

/** The last migration of each schema that is kept. */
export const keptSchemas = ["0006_subject_profile"] as const;

const fileOf = (schema: string): string => fileURLToPath(new URL(`./${schema}.json.gz`, import.meta.url));

/** Reads what an earlier version left. */
export const readKeptStudio = async (schema: string): Promise<KeptStudio> =>
  keptStudio.parse(JSON.parse(gunzipSync(await readFile(fileOf(schema))).toString()));

/** Keeps what this version leaves, for later ones. */
export const writeKeptStudio = (schema: string, studio: KeptStudio): Promise<void> =>
  writeFile(fileOf(schema), gzipSync(JSON.stringify(studio), { level: 9 }));
