// Keeps the present schema with data for the upgrade tests of later versions: the whole way of one person through a
// studio, then every row and picture of it. Run in apps/api when a version is done, then name it in kept-studio.ts:
//   node --conditions=@selfsame/source test/upgrades/keep-schema.ts
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { PGlite } from "@electric-sql/pglite";
import { migrationsFolder } from "../../src/db/migrations-folder.ts";
import { fromPglite } from "../../src/db/open-pglite.ts";
import { createTestStudio } from "../create-test-studio.ts";
import { photo } from "../photo.ts";
import { signUpWithConsent } from "../sign-up.ts";
import { writeKeptStudio } from "./kept-studio.ts";

const database = await fromPglite(await PGlite.create());
const server = await createTestStudio({ database });
const person = await signUpWithConsent(server.url);

const until = async (isDone: () => Promise<boolean>): Promise<void> => {
  while (!(await isDone())) await pause(100);
};

for (const number of [1, 2, 3, 4, 5]) await person.api.selfies.add.mutate(await photo(`photo ${number}.jpg`));
await person.api.account.saveProfile.mutate({
  hair: "short grey curls",
  ageFrom: 35,
  ageTo: 40,
  glasses: true,
  ownWords: null,
});
await person.api.models.train.mutate();
await until(async () => (await person.api.models.get.query())?.ready === true);
for (const brief of ["by the sea, calm", "in the garden, after rain"]) {
  const { id: generationId } = await person.api.generations.create.mutate({ brief });
  await until(async () => (await person.api.generations.get.query({ generationId })).endedAt !== null);
}
const [portrait] = (await person.api.gallery.list.query({})).portraits;
if (portrait !== undefined) await person.api.gallery.keep.mutate({ portraitId: portrait.id, kept: true });
// What follows by jobs is done as well.
await until(async () => {
  const open =
    "select 1 from pgboss.job where state in ('created', 'retry', 'active') and name not like '\\_\\_%'";
  return (await database.executeSql(open)).rows.length === 0;
});

const written = (await readdir(migrationsFolder)).filter((name) => name.endsWith(".sql")).toSorted();
const { rows: names } = await database.executeSql(
  "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
);
const tables: Record<string, Record<string, unknown>[]> = {};
for (const { name } of names) {
  const { rows } = await database.executeSql(`select to_jsonb(t) as row from "${String(name)}" t`);
  // Safe: a row as JSON is an object of its columns.
  tables[String(name)] = rows.map(({ row }) => row as Record<string, unknown>);
}
const pictures: Record<string, string> = {};
for await (const { key } of server.studio.images.list("")) {
  if (/-\d+\.webp$/u.test(key)) continue;
  pictures[key] = (await readFile(join(server.imageFolder, key))).toString("base64");
}
const schema = written.at(-1)?.replace(".sql", "") ?? "";
const { email, password } = person;
await writeKeptStudio(schema, { migrations: written.length, person: { email, password }, tables, pictures });
process.stdout.write(`${schema}: ${names.length} tables, ${Object.keys(pictures).length} pictures\n`);
await server[Symbol.asyncDispose]();
await database.close();
process.exit(0);
