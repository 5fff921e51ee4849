import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestDatabase } from "../../test/create-test-database.ts";
import { ownerlessTables } from "../../test/ownerless-tables.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { insertOneOfEverything, type OneOfEverything } from "../../test/insert-one-of-everything.ts";
import { foreignKeyViolation, insufficientPrivilege, refusalOf } from "../../test/sql-state-of.ts";
import { exportedTables, withheldTables } from "../export/exported-row.store.ts";
import { actingAs, type ActingAs } from "./acting-as.ts";
import type { Database } from "./database.ts";

const ownedTables = [
  "accepted_changes",
  "access_tokens",
  "card_generations",
  "consents",
  "conversation_turns",
  "conversations",
  "credit_entries",
  "enhanced_pairs",
  "experiment_cells",
  "experiment_votes",
  "experiments",
  "generations",
  "isolation_chains",
  "isolation_checks",
  "own_collections",
  "portrait_models",
  "portrait_scores",
  "portraits",
  "pseudonym_keys",
  "selfie_measurements",
  "selfies",
  "shoot_shots",
  "shoot_takes",
  "shoots",
  "subject_events",
  "subject_presets",
  "subject_profiles",
  "subject_settings",
  "subjects",
  "training_set_entries",
  "training_sets",
  "trainings",
];
const onlyAdded = ["credit_entries", "subject_events"];
/** The app may not even try: these take no deletions, and most of them no changes. */
const neverDeleted = new Set([
  ...onlyAdded,
  "experiment_cells",
  "experiments",
  "isolation_chains",
  "isolation_checks",
  "pseudonym_keys",
  "subject_presets",
]);
const ownerOf = (table: string) => sql.identifier(table === "subjects" ? "id" : "subject_id");

describeOnBothDatabases("isolation of subjects", (open) => {
  let opened: TestDatabase;
  let database: Database;
  let acting: ActingAs;
  let ada: OneOfEverything;
  let grace: OneOfEverything;

  beforeAll(async () => {
    opened = await open();
    database = opened.database;
    acting = actingAs(database);
    ada = await insertOneOfEverything(database);
    grace = await insertOneOfEverything(database);
  });
  afterAll(() => opened[Symbol.asyncDispose]());

  const rowsOf = async (query: PromiseLike<unknown>) =>
    // Safe: both drivers answer a query with its rows.
    ((await query) as { rows: Record<string, unknown>[] }).rows;

  test("row-level security is on and forced for every table that has an owner", async () => {
    const { rows } = await database.executeSql(`
      select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and (
        c.relname = 'subjects' or exists (
          select from pg_attribute a where a.attrelid = c.oid and a.attname = 'subject_id' and not a.attisdropped))
      order by c.relname`);
    expect(rows).toEqual(ownedTables.map((name) => ({ name, enabled: true, forced: true })));
  });

  test("every table and column is exported to its person, or says in export-catalogue.store.ts why not", async () => {
    const { rows } = await database.executeSql(
      `select table_name as name, json_agg(column_name order by column_name) as columns
       from information_schema.columns where table_schema = 'public' group by table_name order by table_name`,
    );
    const withheldNames = new Set<unknown>(withheldTables.map(({ name }) => name));
    const inSql = (column: string) => column.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
    const spokenFor = exportedTables.map(({ name, columns, withheld }) => ({
      name,
      columns: [...columns, ...Object.keys(withheld)].map(inSql).toSorted(),
    }));
    expect(rows.filter(({ name }) => !withheldNames.has(name))).toEqual(
      spokenFor.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    );
  });

  test("every table has an owner, or is named with the reason why it has none", async () => {
    const { rows } = await database.executeSql(`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm', 'f') order by c.relname`);
    const known = [...ownedTables, ...Object.keys(ownerlessTables)].toSorted();
    expect(rows.map(({ name }) => name)).toEqual(known);
  });

  test("the app's role may do nothing with what has no owner but what is said of it, and nothing outside", async () => {
    const { rows } = await database.executeSql(`
      select c.relname as name, coalesce(array_to_json(array_agg(p.privilege order by p.place)
          filter (where has_table_privilege('selfsame_app', c.oid, p.privilege))), '[]') as may
      from pg_class c join pg_namespace n on n.oid = c.relnamespace,
        unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'])
          with ordinality p(privilege, place)
      where n.nspname = 'public' and c.relkind in ('r', 'p') group by c.relname`);
    const may = new Map(rows.map(({ name, may: allowed }) => [name, allowed]));
    for (const [table, { appMay }] of Object.entries(ownerlessTables))
      expect([table, may.get(table)]).toEqual([table, appMay]);
    const { rows: elsewhere } = await database.executeSql(`
      select nspname as name from pg_namespace
      where has_schema_privilege('selfsame_app', oid, 'USAGE') and nspname not like 'pg\\_%'
        and nspname <> 'information_schema'`);
    expect(elsewhere).toEqual([{ name: "public" }]);
  });

  test.each(Object.entries(ownerlessTables).filter(([, { byChain }]) => byChain === true))(
    "acting as one subject shows of %s one's own chain and nobody else's",
    async (table) => {
      const chains = await rowsOf(database.system.execute(sql`select * from isolation_chains`));
      const chainOf = (subjectId: string) =>
        chains.find((chain) => chain["subject_id"] === subjectId)?.["chain_id"];
      const all = await rowsOf(
        database.system.execute(sql`select distinct chain_id from ${sql.identifier(table)}`),
      );
      expect(all).toHaveLength(2);
      for (const { subjectId } of [ada, grace]) {
        const seen = await acting(subjectId, (tx) =>
          rowsOf(tx.execute(sql`select distinct chain_id from ${sql.identifier(table)}`)),
        );
        expect(seen).toEqual([{ chain_id: chainOf(subjectId) }]);
      }
    },
  );

  test("the app's role can neither sign in nor get around the policies", async () => {
    const { rows } = await database.executeSql(`
      select rolcanlogin, rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = 'selfsame_app'`);
    expect(rows).toEqual([
      { rolcanlogin: false, rolsuper: false, rolbypassrls: false, rolcreaterole: false },
    ]);
  });

  test.each(ownedTables)(
    "acting as one subject shows one's own rows of %s and nobody else's",
    async (table) => {
      const seen = await acting(ada.subjectId, (tx) =>
        rowsOf(tx.execute(sql`select ${ownerOf(table)} as owner from ${sql.identifier(table)}`)),
      );
      expect(seen).toEqual([{ owner: ada.subjectId }]);
    },
  );

  test.each(ownedTables)("acting as nobody shows nothing of %s", async (table) => {
    const seen = await acting("", (tx) => rowsOf(tx.execute(sql`select from ${sql.identifier(table)}`)));
    expect(seen).toEqual([]);
  });

  test.each(ownedTables)("acting as one subject cannot put a row of another into %s", async (table) => {
    const into = sql.identifier(table);
    const [row] = await rowsOf(
      database.system.execute(
        sql`select to_jsonb(t) as row from ${into} t where ${ownerOf(table)} = ${grace.subjectId}`,
      ),
    );
    expect(row).toBeDefined();
    const copied = acting(ada.subjectId, (tx) =>
      tx.execute(
        sql`insert into ${into} select * from jsonb_populate_record(null::${into}, ${JSON.stringify(row?.["row"])}::jsonb)`,
      ),
    );
    expect(await refusalOf(copied)).toBe(insufficientPrivilege);
  });

  test.each(ownedTables.filter((table) => !neverDeleted.has(table)))(
    "acting as one subject changes and deletes nothing of another in %s",
    async (table) => {
      const others = sql`${ownerOf(table)} = ${grace.subjectId}`;
      const changed = await acting(ada.subjectId, async (tx) => [
        ...(await rowsOf(
          tx.execute(
            sql`update ${sql.identifier(table)} set ${ownerOf(table)} = ${ownerOf(table)} where ${others} returning 1`,
          ),
        )),
        ...(await rowsOf(tx.execute(sql`delete from ${sql.identifier(table)} where ${others} returning 1`))),
      ]);
      expect(changed).toEqual([]);
    },
  );

  test("a row cannot be given away to another subject", async () => {
    const given = acting(ada.subjectId, (tx) =>
      tx.execute(sql`update selfies set subject_id = ${grace.subjectId} where id = ${ada.selfieId}`),
    );
    expect(await refusalOf(given)).toBe(insufficientPrivilege);
  });

  test.each(onlyAdded)(
    "what happened cannot be rewritten: %s takes neither changes nor deletions",
    async (table) => {
      const name = sql.identifier(table);
      for (const change of [sql`update ${name} set position = 9`, sql`delete from ${name}`])
        expect(await refusalOf(acting(ada.subjectId, (tx) => tx.execute(change)))).toBe(
          insufficientPrivilege,
        );
    },
  );

  test("the app's role reads whether the studio is paused and cannot change it", async () => {
    const read = await acting(ada.subjectId, (tx) =>
      rowsOf(tx.execute(sql`select paused_at from studio_controls`)),
    );
    expect(read).toEqual([{ paused_at: null }]);
    const change = sql`update studio_controls set paused_at = now(), pause_reason = 'so'`;
    expect(await refusalOf(acting(ada.subjectId, (tx) => tx.execute(change)))).toBe(insufficientPrivilege);
  });

  test.each([
    ["subject_of_user", sql`select subject_of_user(${"somebody"})`],
    ["owner_of_access_token", sql`select owner_of_access_token(${"0".repeat(64)})`],
    ["owner_of_training", sql`select owner_of_training(${v7()})`],
    ["owner_of_generation", sql`select owner_of_generation(${v7()})`],
    ["due_work", sql`select * from due_work(now(), 10)`],
    ["subjects_to_delete", sql`select * from subjects_to_delete(10)`],
    ["selfies_to_forget", sql`select * from selfies_to_forget(now(), 10)`],
    ["trainings_with_zip", sql`select * from trainings_with_zip(now(), 10)`],
    ["stuck_work", sql`select * from stuck_work(now(), 10)`],
    ["studio_gauges", sql`select * from studio_gauges()`],
    ["subjects_without_sign_up_grant", sql`select * from subjects_without_sign_up_grant(10)`],
    ["selfies_to_measure", sql`select * from selfies_to_measure('networks-1', ${v7()}, 10)`],
    ["portraits_to_score", sql`select * from portraits_to_score('networks-1', '{}', ${v7()}, 10)`],
    ["credits_spent_since", sql`select credits_spent_since(now())`],
    ["credit_ledger_faults", sql`select * from credit_ledger_faults(10)`],
    ["grants_between", sql`select * from grants_between(now(), now())`],
    ["spending_between", sql`select * from spending_between(now(), now())`],
    ["shoot_times", sql`select * from shoot_times(true, 1, 10)`],
  ])("the app's role may not ask %s whose a thing is", async (_name, question) => {
    expect(await refusalOf(acting(ada.subjectId, (tx) => tx.execute(question)))).toBe(insufficientPrivilege);
  });

  test.each(["users", "accounts", "sessions", "verifications", "retired_subject_numbers", "pgboss.job"])(
    "the app's role cannot read %s",
    async (table) => {
      const read = acting(ada.subjectId, (tx) => tx.execute(sql`select from ${sql.raw(table)}`));
      expect(await refusalOf(read)).toBe(insufficientPrivilege);
    },
  );

  test.each([
    [
      "a generation on another's training",
      () => sql`update generations set training_id = ${grace.trainingId} where id = ${ada.generationId}`,
    ],
    [
      "a portrait of another's generation",
      () =>
        sql`update portraits set output_index = 3, generation_id = ${grace.generationId} where id = ${ada.portraitId}`,
    ],
    [
      "a training of another's model",
      () => sql`update trainings set model_id = ${grace.modelId} where id = ${ada.trainingId}`,
    ],
    [
      "a training on another's photos",
      () => sql`update trainings set training_set_id = ${grace.trainingSetId} where id = ${ada.trainingId}`,
    ],
    [
      "a set's entry in another's set",
      () =>
        sql`update training_set_entries set position = 3, sha256 = 'x', training_set_id = ${grace.trainingSetId}`,
    ],
    [
      "credits held for another's generation",
      () =>
        sql`insert into credit_entries (id, subject_id, kind, amount, held, reservation_id, generation_id, reason, created_at)
          select id, ${ada.subjectId}, 'reserve', -1, 1, id, ${grace.generationId}, 'generation', now()
          from (select gen_random_uuid() as id) fresh`,
    ],
    [
      "a turn in another's conversation",
      () => sql`update conversation_turns set position = 9, conversation_id = ${grace.conversationId}`,
    ],
    ["a card of another's turn", () => sql`update card_generations set turn_id = ${grace.turnId}`],
    [
      "a shot of another's shoot",
      () => sql`update shoot_shots set position = 3, shoot_id = ${grace.shootId}`,
    ],
    ["a take of another's shot", () => sql`update shoot_takes set number = 3, shot_id = ${grace.shotId}`],
    [
      "a pair with another's generation",
      () => sql`update enhanced_pairs set plain_generation_id = ${grace.generationId}`,
    ],
    [
      "a model that runs another's version",
      () => sql`update portrait_models set active_training_id = ${grace.trainingId}`,
    ],
  ])("the database refuses %s", async (_what, change) => {
    expect(await refusalOf(acting(ada.subjectId, (tx) => tx.execute(change())))).toBe(foreignKeyViolation);
  });

  test("the role and the subject end with the transaction, also with one that failed", async () => {
    const [before] = (await database.executeSql("select current_user as name")).rows;
    const standing = `select current_user as name, nullif(current_setting('selfsame.subject_id', true), '') as subject`;
    await acting(ada.subjectId, (tx) => tx.execute(sql`select 1`));
    expect((await database.executeSql(standing)).rows).toEqual([{ ...before, subject: null }]);
    await refusalOf(acting(ada.subjectId, (tx) => tx.execute(sql`select from users`)));
    expect((await database.executeSql(standing)).rows).toEqual([{ ...before, subject: null }]);
  });

  test("inside the transaction the role is the app's", async () => {
    const rows = await acting(ada.subjectId, (tx) => rowsOf(tx.execute(sql`select current_user as name`)));
    expect(rows).toEqual([{ name: "selfsame_app" }]);
  });
});
