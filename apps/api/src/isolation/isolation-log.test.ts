import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { domainErrorOf } from "../../test/domain-error-of.ts";
import { insertOneOfEverything } from "../../test/insert-one-of-everything.ts";
import {
  patience,
  signUpWithModel,
  signUpWithPhotos,
  untilGenerationEnds,
} from "../../test/ready-subject.ts";
import { type SignedUp, signUpWithConsent } from "../../test/sign-up.ts";
import { insufficientPrivilege, refusalOf } from "../../test/sql-state-of.ts";
import { appendEntry } from "./append-entry.ts";
import { findHead, listEntries } from "./chain.store.ts";
import { statementSchema } from "./isolation-entry.ts";
import { verifyChain } from "./verify-chain.ts";

const restrictViolation = "23001";

describeOnBothDatabases("the isolation log", (open) => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  let ada: SignedUp;
  let adaId: string;
  beforeAll(async () => {
    const { database } = disposal.use(await open());
    server = disposal.use(await createTestStudio({ database }));
    ada = await signUpWithModel(server.url);
    adaId = (await ada.api.account.get.query()).id;
    const { id } = await ada.api.generations.create.mutate({ brief: "calm, by a window" });
    await untilGenerationEnds(ada, id);
  }, 90_000);
  afterAll(() => disposal.disposeAsync());

  const chainOf = (subjectId: string) =>
    server.studio.actingAs(subjectId, async (tx) => {
      const head = await findHead(tx, subjectId);
      if (head === undefined) throw new Error("There is no chain");
      return { head, entries: await listEntries(tx, head.chainId, { after: 0, limit: 1_000 }) };
    });
  const kindsOf = async (subjectId: string) =>
    (await chainOf(subjectId)).entries.map(({ statement }) => statementSchema.parse(statement).kind);
  const problemsOf = async (subjectId: string) => {
    const { head, entries } = await chainOf(subjectId);
    return verifyChain(server.studio.keyring, head.chainId, head, entries).problems;
  };

  test("tells of every step from the account to the portrait, in the order in which they happened", async () => {
    const kinds = await kindsOf(adaId);
    expect(kinds.filter((kind) => kind !== "selfie-added")).toEqual([
      "chain-opened",
      "consent-given",
      "training-let-through",
      "training-sent",
      "training-accepted",
      "training-ended",
      "generation-let-through",
      "generation-sent",
      "generation-accepted",
      "portraits-stored",
      "generation-ended",
    ]);
    expect(kinds.filter((kind) => kind === "selfie-added")).toHaveLength(5);
    expect(await problemsOf(adaId)).toEqual([]);
  });

  test("names nobody and nothing: no number, id, version, prompt or hash of a picture stands in it", async () => {
    const { entries } = await chainOf(adaId);
    const written = JSON.stringify(entries);
    const account = await ada.api.account.get.query();
    const model = await ada.api.models.get.query();
    const { portraits } = await ada.api.gallery.list.query({});
    const [portrait] = portraits;
    if (portrait === undefined || model === null) throw new Error("There is no portrait");
    const detail = await ada.api.gallery.get.query({ portraitId: portrait.id });
    const { rows } = await server.database.executeSql(
      "select provider_id from generations where subject_id = $1",
      [adaId],
    );
    const names = [
      account.id,
      account.subjectNumber,
      account.email,
      model.trainings[0]?.version,
      portrait.id,
      portrait.generationId,
      detail.sha256,
      detail.brief,
      ...rows.map((row) => row["provider_id"]),
    ];
    for (const name of names) expect(written).not.toContain(String(name));
  });

  test("keeps what the guard refused, though nothing else of the request is kept", async () => {
    const grace = await signUpWithConsent(server.url);
    const { id } = await grace.api.account.get.query();
    expect(await domainErrorOf(grace.api.generations.create.mutate({ brief: "at sea" }))).toMatchObject({
      code: "model_missing",
    });
    const foreign = { brief: `portrait of ${(await ada.api.account.get.query()).triggerWord}` };
    expect(await domainErrorOf(grace.api.generations.create.mutate(foreign))).toMatchObject({
      code: "prompt_refused",
    });
    const { entries } = await chainOf(id);
    const said = entries.map(({ statement }) => statementSchema.parse(statement));
    expect(said.slice(-2).map(({ kind, reason }) => [kind, reason])).toEqual([
      ["generation-refused", "model_missing"],
      ["generation-refused", "foreign-trigger"],
    ]);
    expect(await problemsOf(id)).toEqual([]);
  });

  test("has nothing of a transaction that was taken back", async () => {
    const before = await kindsOf(adaId);
    const takenBack = server.studio.actingAs(adaId, async (tx) => {
      await appendEntry(server.studio, tx, adaId, { kind: "version-chosen" });
      throw new Error("taken back");
    });
    await expect(takenBack).rejects.toThrow("taken back");
    expect(await kindsOf(adaId)).toEqual(before);
  });

  test("has no gap and no fork when many write at once", async () => {
    const person = await signUpWithConsent(server.url);
    const { id } = await person.api.account.get.query();
    const writers = Array.from({ length: 24 }, () =>
      server.studio.actingAs(id, (tx) => appendEntry(server.studio, tx, id, { kind: "version-chosen" })),
    );
    await Promise.all(writers);
    expect(await kindsOf(id)).toHaveLength(2 + writers.length);
    expect(await problemsOf(id)).toEqual([]);
  });

  test("takes what is there when it begins for somebody who was here before it", async () => {
    const { subjectId } = await insertOneOfEverything(server.database);
    const [opened] = (await chainOf(subjectId)).entries;
    const { rows } = statementSchema.parse(opened?.statement);
    expect(rows.map(({ table, part }) => `${table} ${part}`).toSorted()).toEqual([
      "consents made",
      "generations ended",
      "generations made",
      "portrait_models chosen",
      "portrait_models made",
      "portraits made",
      "selfies made",
      "subjects made",
      "training_sets made",
      "trainings ended",
      "trainings made",
    ]);
  });

  test.each([
    "update isolation_entries set hash = hash",
    "delete from isolation_entries",
    "truncate isolation_entries",
  ])("cannot be rewritten, by the app or by the tables' owner: %s", async (statement) => {
    const byApp = server.studio.actingAs(adaId, (tx) => tx.execute(sql.raw(statement)));
    expect(await refusalOf(byApp)).toBe(insufficientPrivilege);
    expect(await refusalOf(server.database.executeSql(statement))).toBe(restrictViolation);
  });

  test.each([
    "update isolation_heads set position = position - 1",
    "update isolation_heads set hash = repeat('a', 64)",
    "delete from isolation_heads",
    "truncate isolation_heads",
    "update isolation_anchors set hash = hash",
    "delete from isolation_anchors",
  ])("has heads and anchors that cannot go back: %s", async (statement) => {
    expect(await refusalOf(server.database.executeSql(statement))).toBe(restrictViolation);
  });

  test.each([
    "isolation_entries",
    "isolation_heads",
    "isolation_chains",
    "pseudonym_keys",
    "isolation_checks",
  ])("shows one subject nothing of another in %s", async (table) => {
    const other = await insertOneOfEverything(server.database);
    const chain = (await chainOf(other.subjectId)).head.chainId;
    const column = ["isolation_entries", "isolation_heads"].includes(table) ? "chain_id" : "subject_id";
    const owner = column === "chain_id" ? chain : other.subjectId;
    const counted = sql`select count(*)::int as rows from ${sql.identifier(table)} where ${sql.identifier(column)} = ${owner}`;
    const byOther = await server.studio.actingAs(other.subjectId, (tx) => tx.execute(counted));
    const byAda = await server.studio.actingAs(adaId, (tx) => tx.execute(counted));
    expect(byOther).toMatchObject({ rows: [{ rows: 1 }] });
    expect(byAda).toMatchObject({ rows: [{ rows: 0 }] });
  });

  test("lets nobody write at the end of another's chain", async () => {
    const other = await insertOneOfEverything(server.database);
    const { head, entries } = await chainOf(other.subjectId);
    const forged = server.studio.actingAs(adaId, (tx) =>
      tx.execute(sql`
        insert into isolation_entries (chain_id, position, at, key_number, statement, previous_hash, hash)
        values (${head.chainId}, ${head.position + 1}, now(), 1, '{}', ${head.hash}, ${head.hash})`),
    );
    expect(await refusalOf(forged)).toBe(insufficientPrivilege);
    const moved = await server.studio.actingAs(adaId, (tx) =>
      tx.execute(
        sql`update isolation_heads set position = position + 1 where chain_id = ${head.chainId} returning 1`,
      ),
    );
    expect(moved).toMatchObject({ rows: [] });
    expect((await chainOf(other.subjectId)).entries).toEqual(entries);
  });

  test("still holds when its subject is gone, and nothing is left that says whom it told of", async () => {
    const leaving = await signUpWithPhotos(server.url);
    const { id } = await leaving.api.account.get.query();
    const { head } = await chainOf(id);
    const keyRows = async () =>
      (
        await server.database.executeSql(
          "select count(*)::int as n from pseudonym_keys where subject_id = $1",
          [id],
        )
      ).rows[0]?.["n"];
    expect(await keyRows()).toBe(1);
    await leaving.api.account.withdrawConsent.mutate({ confirm: "delete everything" });
    await expect
      .poll(
        async () => (await server.database.executeSql("select from subjects where id = $1", [id])).rows,
        patience,
      )
      .toEqual([]);
    expect(await keyRows()).toBe(0);
    const { rows: links } = await server.database.executeSql(
      "select from isolation_chains where chain_id = $1",
      [head.chainId],
    );
    expect(links).toEqual([]);
    const everyChain = await server.studio.chains.chainsAfter(null, 1_000);
    const closed = everyChain.find((chain) => chain.head.chainId === head.chainId);
    expect(closed?.isOwned).toBe(false);
    const entries = await server.studio.chains.entriesOf(head.chainId, 0, 1_000);
    const walked = verifyChain(server.studio.keyring, head.chainId, closed?.head, entries);
    expect(walked.problems).toEqual([]);
    expect(walked.entries.at(-1)?.statement.kind).toBe("chain-closed");
  });
});
