import { v7 } from "uuid";
import { afterAll, beforeAll, beforeEach, expect, expectTypeOf, test } from "vitest";
import type { TestDatabase } from "../../test/create-test-database.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { insertPerson } from "../../test/insert-person.ts";
import { patience } from "../../test/ready-subject.ts";
import { actingAs } from "../db/acting-as.ts";
import type { Database } from "../db/database.ts";
import { createLog } from "../log/create-log.ts";
import { type JobHandlers, jobCatalogue, type JobName } from "./catalogue.ts";
import { openJobQueue } from "./job-queue.ts";
import { watchDeadLetters } from "./watch-dead-letters.ts";

test("a kind of job without its handler, or a handler of no job, does not compile", () => {
  expectTypeOf<keyof JobHandlers>().toEqualTypeOf<keyof typeof jobCatalogue>();
  expectTypeOf<Omit<JobHandlers, "store-portraits">>().not.toExtend<JobHandlers>();
});

describeOnBothDatabases("the job queue", (open) => {
  let opened: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    opened = await open();
    database = opened.database;
  });
  beforeEach(async () => {
    await database.executeSql("delete from pgboss.job; delete from subjects");
  });
  afterAll(() => opened[Symbol.asyncDispose]());

  /** A queue on a fresh database, with what it was told to do and what it logged. */
  const openQueue = async (work: (name: JobName, payload: object) => Promise<void>) => {
    const lines: string[] = [];
    const queue = await openJobQueue(database, createLog("debug", { write: (line) => lines.push(line) }));
    const done: { name: JobName; payload: object }[] = [];
    const handle = (name: JobName) => async (payload: object) => {
      await work(name, payload);
      done.push({ name, payload });
    };
    const handlers: JobHandlers = {
      "submit-training": handle("submit-training"),
      "submit-generation": handle("submit-generation"),
      "store-portraits": handle("store-portraits"),
      "measure-selfie": handle("measure-selfie"),
      "score-portrait": handle("score-portrait"),
      "delete-selfie-pictures": handle("delete-selfie-pictures"),
      "delete-portrait-pictures": handle("delete-portrait-pictures"),
      "advance-experiments": handle("advance-experiments"),
      "delete-training-zip": handle("delete-training-zip"),
      "tell-of-training": handle("tell-of-training"),
      "delete-subject": handle("delete-subject"),
    };
    return { queue, handlers, done, logged: () => lines.join(""), [Symbol.asyncDispose]: queue.close };
  };

  test("does every kind of job that was added in a transaction which held", async () => {
    await using queue = await openQueue(() => Promise.resolve());
    await queue.queue.work(queue.handlers);
    const { subjectId } = await insertPerson(database);
    const payloads = {
      "submit-training": { subjectId, trainingId: v7() },
      "submit-generation": { subjectId, generationId: v7() },
      "store-portraits": { subjectId, generationId: v7() },
      "measure-selfie": { subjectId, selfieId: v7() },
      "score-portrait": { subjectId, portraitId: v7() },
      "delete-selfie-pictures": { subjectId, sha256: "a".repeat(64) },
      "delete-portrait-pictures": {
        subjectId,
        pictures: [{ sha256: "a".repeat(64), contentType: "image/png" as const }],
      },
      "advance-experiments": { subjectId },
      "delete-training-zip": { subjectId, trainingId: v7() },
      "tell-of-training": { subjectId, trainingId: v7() },
      "delete-subject": { subjectId },
    };
    await actingAs(database)(subjectId, async (tx) => {
      for (const name of [
        "submit-training",
        "submit-generation",
        "store-portraits",
        "measure-selfie",
        "score-portrait",
        "delete-selfie-pictures",
        "delete-portrait-pictures",
        "advance-experiments",
        "delete-training-zip",
        "tell-of-training",
        "delete-subject",
      ] as const)
        await queue.queue.enqueue(tx, name, payloads[name]);
    });
    await expect.poll(() => queue.done.length, patience).toBe(11);
    expect(Object.fromEntries(queue.done.map(({ name, payload }) => [name, payload]))).toEqual(payloads);
    expect(Object.keys(jobCatalogue).toSorted()).toEqual(Object.keys(payloads).toSorted());
  });

  test("never does one whose transaction was taken back", async () => {
    await using queue = await openQueue(() => Promise.resolve());
    await queue.queue.work(queue.handlers);
    const { subjectId } = await insertPerson(database);
    const acting = actingAs(database);
    const takenBack = acting(subjectId, async (tx) => {
      await queue.queue.enqueue(tx, "delete-subject", { subjectId });
      throw new Error("taken back");
    });
    await expect(takenBack).rejects.toThrow("taken back");
    const generationId = v7();
    await acting(subjectId, (tx) =>
      queue.queue.enqueue(tx, "submit-generation", { subjectId, generationId }),
    );
    await expect
      .poll(() => queue.done, patience)
      .toEqual([{ name: "submit-generation", payload: { subjectId, generationId } }]);
    const { rows } = await database.executeSql("select 1 from pgboss.job where name = 'delete-subject'");
    expect(rows).toEqual([]);
  });

  test("leaves the transaction that adds a job in the app's role, as the same subject", async () => {
    await using queue = await openQueue(() => Promise.resolve());
    const { subjectId } = await insertPerson(database);
    const other = await insertPerson(database);
    const seen = await actingAs(database)(subjectId, async (tx) => {
      await queue.queue.enqueue(tx, "delete-subject", { subjectId });
      return tx.execute("select current_user as role, (select count(*)::int from subjects) as subjects");
    });
    expect(seen).toMatchObject({ rows: [{ role: "selfsame_app", subjects: 1 }] });
    expect(other.subjectId).not.toBe(subjectId);
  });

  test("refuses a payload with more in it than ids, before it is written", async () => {
    await using queue = await openQueue(() => Promise.resolve());
    const { subjectId } = await insertPerson(database);
    const more = { subjectId, password: "hunter2" };
    await expect(
      actingAs(database)(subjectId, (tx) => queue.queue.enqueue(tx, "delete-subject", more)),
    ).rejects.toThrow("password");
  });

  test("tries one that failed again, says so in the log, and sets it aside after its last try", async () => {
    let tries = 0;
    await using queue = await openQueue(() => {
      tries += 1;
      return Promise.reject(new Error(`try ${tries} failed`));
    });
    const { subjectId } = await insertPerson(database);
    await actingAs(database)(subjectId, (tx) => queue.queue.enqueue(tx, "delete-subject", { subjectId }));
    // One retry without a pause, instead of twenty over an hour.
    await database.executeSql(
      "update pgboss.job set retry_limit = 1, retry_delay = 0, retry_backoff = false where name = 'delete-subject'",
    );
    await queue.queue.work(queue.handlers);
    await expect
      .poll(
        async () =>
          (await database.executeSql("select data from pgboss.job where name = 'dead-letters'")).rows,
        patience,
      )
      .toEqual([{ data: { subjectId } }]);
    expect(tries).toBe(2);
    expect(queue.logged()).toContain("try 1 failed");
    expect(queue.done).toEqual([]);
  });

  /** A job that failed on its last try. */
  const setOneAside = async (queue: Awaited<ReturnType<typeof openQueue>>) => {
    const { subjectId } = await insertPerson(database);
    await actingAs(database)(subjectId, (tx) => queue.queue.enqueue(tx, "delete-subject", { subjectId }));
    await database.executeSql("update pgboss.job set retry_limit = 0 where name = 'delete-subject'");
    await queue.queue.work(queue.handlers);
    await expect.poll(() => queue.queue.setAside(), patience).toHaveLength(1);
    return subjectId;
  };

  test("lists what was set aside with its kind, its ids and its failure, and alarms whoever reads the log", async () => {
    await using queue = await openQueue(() => Promise.reject(new Error("the provider is gone")));
    const subjectId = await setOneAside(queue);
    const [letter] = await queue.queue.setAside();
    expect(letter).toMatchObject({ job: "delete-subject", payload: { subjectId }, tries: 1 });
    expect(JSON.stringify(letter?.failure)).toContain("the provider is gone");
    expect(queue.logged()).toContain('"alarm":"job-set-aside"');
  });

  test("gives what was set aside its tries again when it is put back, once", async () => {
    let works = false;
    await using queue = await openQueue(() => (works ? Promise.resolve() : Promise.reject(new Error("no"))));
    const subjectId = await setOneAside(queue);
    const [letter] = await queue.queue.setAside();
    works = true;
    expect(await queue.queue.putBack([letter?.id ?? ""])).toBe(1);
    expect(await queue.queue.putBack([letter?.id ?? ""])).toBe(0);
    await expect
      .poll(() => queue.done, patience)
      .toEqual([{ name: "delete-subject", payload: { subjectId } }]);
    expect(await queue.queue.setAside()).toEqual([]);
  });

  test("tells once of each job that was set aside, also to a process that begins later", async () => {
    await using queue = await openQueue(() => Promise.reject(new Error("no")));
    await setOneAside(queue);
    const lines: string[] = [];
    const log = createLog("error", { write: (line) => lines.push(line) });
    let looks = 0;
    const setAside = () => {
      looks += 1;
      return queue.queue.setAside();
    };
    const stop = watchDeadLetters({ jobs: { ...queue.queue, setAside }, log }, 20);
    await expect.poll(() => looks, patience).toBeGreaterThan(2);
    await stop();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('"alarm":"job-set-aside"');
  });

  test("finishes the job at hand before it closes", async () => {
    const begun = Promise.withResolvers<void>();
    const finish = Promise.withResolvers<void>();
    const queue = await openQueue(async () => {
      begun.resolve();
      await finish.promise;
    });
    await queue.queue.work(queue.handlers);
    const { subjectId } = await insertPerson(database);
    await actingAs(database)(subjectId, (tx) => queue.queue.enqueue(tx, "delete-subject", { subjectId }));
    await begun.promise;
    const closing = queue.queue.close();
    finish.resolve();
    await closing;
    expect(queue.done).toHaveLength(1);
  });
});
