import { randomBytes } from "node:crypto";
import { readdir } from "node:fs/promises";
import { afterEach, describe, expect, test } from "vitest";
import {
  createEmptyPostgresDatabase,
  createPostgresDatabase,
  onServer,
  type PostgresDatabase,
} from "../../test/create-postgres-database.ts";
import { createTestStudio } from "../../test/create-test-studio.ts";
import { insertOneOfEverything } from "../../test/insert-one-of-everything.ts";
import { signUpWithPhotos, untilTrainingEnds } from "../../test/ready-subject.ts";
import { signUp } from "../../test/sign-up.ts";
import { createLog } from "../log/create-log.ts";
import { actingAs } from "./acting-as.ts";
import { countOwned } from "../account/account-counts.store.ts";
import { migrationsFolder } from "./migrations-folder.ts";
import { openPostgres } from "./open-postgres.ts";

const log = createLog("silent");

describe("the schema on an empty PostgreSQL", () => {
  const made: PostgresDatabase[] = [];
  const emptyDatabase = async () => {
    const database = await createEmptyPostgresDatabase();
    made.push(database);
    return database;
  };
  afterEach(async () => {
    for (const { drop } of made.splice(0)) await drop();
  });

  test("processes that start at once bring it up to date once", async () => {
    const { url } = await emptyDatabase();
    const opened = await Promise.all(
      Array.from({ length: 4 }, () => openPostgres({ url, maximumConnections: 3 }, log)),
    );
    const applied = await opened[0]?.executeSql(
      "select count(*)::int as n from drizzle.__drizzle_migrations",
    );
    const written = (await readdir(migrationsFolder)).filter((name) => name.endsWith(".sql"));
    expect(applied?.rows).toEqual([{ n: written.length }]);
    await Promise.all(opened.map((database) => database.close()));
  });

  test("opening it again changes nothing and keeps what is there", async () => {
    const { url } = await emptyDatabase();
    const first = await openPostgres({ url, maximumConnections: 3 }, log);
    const person = await insertOneOfEverything(first);
    await first.close();
    const second = await openPostgres({ url, maximumConnections: 3 }, log);
    const counts = await actingAs(second)(person.subjectId, countOwned);
    await second.close();
    expect(counts).toEqual({ selfies: 1, portraits: 1, generations: 1, trainings: 1, models: 1 });
  });

  test("a login that is no superuser and may make no roles is enough, from sign-up to deletion", async () => {
    // The cluster's roles are there already: the run's template was made by its owner.
    made.push(await createPostgresDatabase());
    const { url } = await emptyDatabase();
    const login = `selfsame_login_${randomBytes(6).toString("hex")}`;
    const password = randomBytes(12).toString("hex");
    const name = new URL(url).pathname.slice(1);
    await onServer(async (client) => {
      await client.query(`create role ${login} login nosuperuser nocreaterole password '${password}'`);
      await client.query(`grant selfsame_app, selfsame_owner_finder to ${login}`);
      await client.query(`alter database ${name} owner to ${login}`);
    });
    const dropLogin = () =>
      onServer(async (client) => {
        await client.query(`drop role ${login}`);
      });
    made.push({ url, drop: dropLogin });
    const own = new URL(url);
    own.username = login;
    own.password = password;
    const database = await openPostgres({ url: own.toString(), maximumConnections: 5 }, log);
    {
      await using server = await createTestStudio({ database });
      const other = await signUp(server.url);
      const person = await signUpWithPhotos(server.url);
      expect((await other.api.selfies.list.query()).selfies).toEqual([]);
      await person.api.models.train.mutate();
      expect(await untilTrainingEnds(person)).toMatchObject({ status: "ready" });
      await person.api.account.withdrawConsent.mutate({ confirm: "delete everything" });
      await expect
        .poll(async () => (await database.executeSql("select id from users")).rows, { timeout: 15_000 })
        .toEqual([{ id: other.userId }]);
    }
    await database.close();
  });
});
