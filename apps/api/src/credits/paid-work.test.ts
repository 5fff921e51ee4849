import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "../../test/create-test-database.ts";
import { createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { domainErrorOf } from "../../test/domain-error-of.ts";
import {
  signUpWithModel,
  signUpWithPhotos,
  untilGenerationEnds,
  untilTrainingEnds,
} from "../../test/ready-subject.ts";
import { signUp } from "../../test/sign-up.ts";

const signUpCredits = 100;
const trainingPrice = 20;

describeOnBothDatabases("credits, as a person meets them", (open) => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  beforeAll(async () => {
    const { database } = disposal.use(await open());
    server = disposal.use(
      await createTestStudio({ database, credits: { signUp: signUpCredits, training: trainingPrice } }),
    );
  });
  afterAll(() => disposal.disposeAsync());

  test("are given at sign-up, once, and the studio says what things cost", async () => {
    const person = await signUp(server.url);
    await Promise.all(Array.from({ length: 5 }, () => person.api.account.get.query()));
    expect(await person.api.credits.balance.query()).toEqual({ available: signUpCredits, reserved: 0 });
    const { entries, nextCursor } = await person.api.credits.history.query({});
    expect(entries).toMatchObject([{ kind: "grant", reason: "sign-up", amount: signUpCredits, position: 1 }]);
    expect(nextCursor).toBeNull();
    expect((await person.api.studio.get.query()).costs).toEqual({ portrait: 1, training: trainingPrice });
  });

  test("are held for a training and spent when its version is ready", async () => {
    const person = await signUpWithPhotos(server.url);
    await person.api.models.train.mutate();
    expect((await person.api.credits.balance.query()).available).toBe(signUpCredits - trainingPrice);
    const training = await untilTrainingEnds(person);
    expect(training.status).toBe("ready");
    const spent = { available: signUpCredits - trainingPrice, reserved: 0 };
    expect(await person.api.credits.balance.query()).toEqual(spent);
    const { entries } = await person.api.credits.history.query({});
    expect(entries.map(({ kind, trainingId }) => [kind, trainingId])).toEqual([
      ["settle", training.id],
      ["reserve", training.id],
      ["grant", null],
    ]);
  });

  test("are not held twice for a training that is asked for again with the same key", async () => {
    const person = await signUpWithPhotos(server.url);
    const idempotencyKey = randomUUID();
    const ask = () => person.api.models.train.mutate({ idempotencyKey });
    const [first, ...others] = await Promise.all([ask(), ask(), ask()]);
    expect(new Set([first, ...others].map(({ id }) => id)).size).toBe(1);
    await untilTrainingEnds(person);
    expect((await ask()).id).toBe(first?.id);
    expect((await person.api.credits.balance.query()).available).toBe(signUpCredits - trainingPrice);
    const stranger = await signUpWithPhotos(server.url);
    expect((await stranger.api.models.train.mutate({ idempotencyKey })).id).not.toBe(first?.id);
  });

  test("are spent for each portrait that came, and given back for each that was withheld", async () => {
    const person = await signUpWithModel(server.url);
    const before = await person.api.credits.balance.query();
    server.simulator.faults.add({ kind: "nsfw-some", job: "prediction", promptIncludes: "two of three" });
    const { id } = await person.api.generations.create.mutate({ brief: "two of three", outputs: 3 });
    const { portraits, withheld } = await untilGenerationEnds(person, id);
    server.simulator.faults.clear();
    expect(withheld).toBeGreaterThan(0);
    expect(portraits.length).toBeGreaterThan(0);
    expect(await person.api.credits.balance.query()).toEqual({
      available: before.available - portraits.length,
      reserved: 0,
    });
    const { entries } = await person.api.credits.history.query({ limit: 3 });
    expect(entries.map(({ kind, reason, held, generationId }) => [kind, reason, held, generationId])).toEqual(
      [
        ["release", "withheld", -withheld, id],
        ["settle", "delivered", -portraits.length, id],
        ["reserve", "generation", 3, id],
      ],
    );
  });

  test.each(["failed", "nsfw-all"] as const)("come back whole when a generation ends as %s", async (kind) => {
    const person = await signUpWithModel(server.url);
    const before = await person.api.credits.balance.query();
    server.simulator.faults.add({ kind, job: "prediction", promptIncludes: "lighthouse" });
    const { id } = await person.api.generations.create.mutate({ brief: "lighthouse", outputs: 4 });
    const { status } = await untilGenerationEnds(person, id);
    server.simulator.faults.clear();
    expect(status).toBe("failed");
    expect(await person.api.credits.balance.query()).toEqual(before);
  });

  test("are listed page by page, each entry once", async () => {
    const person = await signUpWithModel(server.url);
    const { id } = await person.api.generations.create.mutate({ brief: "at sea", outputs: 2 });
    await untilGenerationEnds(person, id);
    const seen: number[] = [];
    for (let cursor: number | null | undefined; cursor !== null;) {
      const page: { entries: { position: number }[]; nextCursor: number | null } =
        await person.api.credits.history.query({ cursor: cursor ?? null, limit: 2 });
      seen.push(...page.entries.map(({ position }) => position));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([5, 4, 3, 2, 1]);
  });

  test("add up in every ledger afterwards", async () => {
    expect(await server.studio.ledger.faults(10)).toEqual([]);
  });
});

test("credits that do not suffice start nothing, and it is said how many are there", async () => {
  await using opened = await createTestDatabase("pglite");
  await using server = await createTestStudio({
    database: opened.database,
    credits: { signUp: trainingPrice + 3, training: trainingPrice },
  });
  const person = await signUpWithModel(server.url);
  const tooMany = person.api.generations.create.mutate({ brief: "at sea", outputs: 4 });
  expect(await domainErrorOf(tooMany)).toMatchObject({
    code: "credits_insufficient",
    message: "This costs 4 credits; you have 3 to spend.",
    details: { have: 3, need: 4 },
  });
  expect(await domainErrorOf(person.api.models.train.mutate())).toMatchObject({
    code: "credits_insufficient",
    details: { have: 3, need: trainingPrice },
  });
  expect((await person.api.generations.list.query({})).generations).toEqual([]);
  expect((await person.api.models.get.query())?.trainings).toHaveLength(1);
  const enough = await person.api.generations.create.mutate({ brief: "at sea", outputs: 3 });
  expect(await untilGenerationEnds(person, enough.id)).toMatchObject({ status: "succeeded" });
  expect(await person.api.credits.balance.query()).toEqual({ available: 0, reserved: 0 });
});
