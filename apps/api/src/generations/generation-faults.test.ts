import { randomUUID } from "node:crypto";
import type { FaultRequest } from "@selfsame/replicate-simulator";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { providerList } from "../../test/provider-list.ts";
import { signUpWithModel, untilGenerationEnds } from "../../test/ready-subject.ts";
import type { SignedUp } from "../../test/sign-up.ts";
import { reconcileDueWork } from "../jobs/start-reconciler.ts";

const hourMs = 3_600_000;

describeOnBothDatabases("a generation, when things go wrong", (open) => {
  const disposal = new AsyncDisposableStack();
  let studio: TestStudio;
  let ada: SignedUp;
  let aheadMs = 0;
  let number = 0;

  beforeAll(async () => {
    const { database } = disposal.use(await open());
    const clock = { now: () => new Date(Date.now() + aheadMs) };
    // Deadlines of the provider's answers stay those of the machine: only the studio's own clock is moved.
    studio = disposal.use(await createTestStudio({ database, clock, reconcileEveryMs: 50 }));
    ada = await signUpWithModel(studio.url);
  }, 60_000);
  afterEach(() => {
    aheadMs = 0;
    studio.simulator.faults.clear();
  });
  afterAll(() => disposal.disposeAsync());

  const generate = async (fault: FaultRequest, outputs = 1) => {
    studio.simulator.faults.add(fault);
    number += 1;
    const brief = `brief number ${number} of the faults`;
    const { id } = await ada.api.generations.create.mutate({ brief, outputs });
    return { id, brief };
  };

  const paidFor = async (brief: string) =>
    (await providerList(studio.simulator.url, "predictions")).filter(({ input }) =>
      String(input?.["prompt"]).includes(brief),
    );

  /** Lets the studio's time pass until a generation has ended. */
  const passTime = async (generationId: string, stepMs = 31_000) => {
    for (;;) {
      aheadMs += stepMs;
      await reconcileDueWork(studio.studio);
      const generation = await ada.api.generations.get.query({ generationId });
      if (generation.endedAt !== null) return generation;
      if (aheadMs > 3 * hourMs) throw new Error(`It never ended: ${JSON.stringify(generation)}`);
    }
  };

  test("is adopted and not sent again, when the connection broke after it was accepted", async () => {
    const { id, brief } = await generate({
      kind: "dropped-after",
      method: "POST",
      path: "/predictions",
      times: 1,
    });
    const ended = await untilGenerationEnds(ada, id);
    expect(ended).toMatchObject({ status: "succeeded", portraits: [{ index: 0 }] });
    expect(await paidFor(brief)).toHaveLength(1);
  });

  test("is sent once, when the connection broke before it was accepted", async () => {
    const { id, brief } = await generate({
      kind: "dropped-before",
      method: "POST",
      path: "/predictions",
      times: 1,
    });
    const ended = await passTime(id);
    expect(ended).toMatchObject({ status: "succeeded" });
    expect(await paidFor(brief)).toHaveLength(1);
  });

  test("is sent later, when the provider is asked too often", async () => {
    const { id, brief } = await generate({
      kind: "throttled",
      retryAfterSeconds: 1,
      method: "POST",
      path: "/predictions",
      times: 1,
    });
    expect(await passTime(id)).toMatchObject({ status: "succeeded" });
    expect(await paidFor(brief)).toHaveLength(1);
  });

  test("fails in the studio's words, when the provider's account is empty", async () => {
    const { id, brief } = await generate({ kind: "insufficient-credit" });
    const ended = await untilGenerationEnds(ada, id);
    expect(ended).toMatchObject({ status: "failed", error: { code: "provider-no-credit" }, withheld: 1 });
    expect(JSON.stringify(ended)).not.toMatch(/billing|insufficient|402/i);
    expect(await paidFor(brief)).toHaveLength(0);
  });

  test("is found by looking, when every webhook is lost", async () => {
    const { id, brief } = await generate({ kind: "webhook-lost" });
    expect(await passTime(id)).toMatchObject({ status: "succeeded" });
    expect(await paidFor(brief)).toHaveLength(1);
  });

  test.each(["webhook-repeated", "webhook-reordered"] as const)(
    "has each portrait once under %s",
    async (kind) => {
      const { id } = await generate({ kind }, 2);
      expect((await untilGenerationEnds(ada, id)).portraits.map(({ index }) => index)).toEqual([0, 1]);
    },
  );

  test("believes no webhook that is wrongly signed", async () => {
    const { id } = await generate({ kind: "webhook-wrongly-signed" });
    expect(await passTime(id)).toMatchObject({ status: "succeeded" });
    expect(studio.logged()).toContain("a webhook was not verified");
  });

  test("says how many are missing, when the safety check held some back", async () => {
    const { id } = await generate({ kind: "nsfw-some", times: 1 }, 4);
    const ended = await untilGenerationEnds(ada, id);
    expect(ended).toMatchObject({ status: "succeeded", error: { code: "content-withheld" } });
    expect(ended.portraits.length).toBeGreaterThan(0);
    expect(ended.portraits.length + ended.withheld).toBe(4);
    expect(ended.withheld).toBeGreaterThan(0);
  });

  test.each([
    ["the safety check held all back", "nsfw-all", "content-withheld"],
    ["the provider's run failed", "failed", "unknown"],
    ["the pictures are gone before they are copied", "output-expired", "outputs-expired"],
    ["a picture is cut off", "output-truncated", "outputs-unusable"],
    ["something that is no picture comes", "output-not-an-image", "outputs-unusable"],
  ] as const)("fails with a reason, when %s", async (_what, kind, code) => {
    const { id } = await generate({ kind, job: "prediction", times: 1 });
    const ended = await untilGenerationEnds(ada, id);
    expect(ended).toMatchObject({ status: "failed", portraits: [], withheld: 1 });
    expect(ended.error?.code).toBe(code);
    expect(ended.error?.message).not.toBe("");
  });

  test("ends when it is cancelled while it waits at the provider", async () => {
    const { id: generationId } = await generate({ kind: "stuck-in-starting", times: 1 });
    await expect
      .poll(async () => (await ada.api.generations.get.query({ generationId })).status)
      .toBe("submitted");
    const cancelled = await ada.api.generations.cancel.mutate({ generationId });
    expect(cancelled.cancelRequested || cancelled.status === "canceled").toBe(true);
    expect(await untilGenerationEnds(ada, generationId)).toMatchObject({ status: "canceled", portraits: [] });
  });

  test("does not stay open for ever: past its deadline it is given up and cancelled at the provider", async () => {
    const { id, brief } = await generate({ kind: "stuck-in-starting", times: 1 });
    expect(await passTime(id, 10 * 60_000)).toMatchObject({
      status: "expired",
      error: { code: "not-answered" },
    });
    expect(aheadMs).toBeGreaterThanOrEqual(hourMs);
    const [there] = await paidFor(brief);
    expect(["aborted", "canceled"]).toContain(there?.status);
  });

  /** A generation that was written past every verb, as the copy of one that ended with something altered. */
  const insertAltered = async (pattern: string, by: { prompt?: string; changes?: object }) => {
    const altered = randomUUID();
    await studio.database.system.execute(sql`
      insert into generations (id, subject_id, training_id, service, brief, enhancement, preset_id, preset_version,
        changes, prompt, input, seed, outputs, status, simulated, deadline_at, next_check_at, created_at)
      select ${altered}, subject_id, training_id, service, brief, enhancement, preset_id, preset_version,
        ${JSON.stringify(by.changes ?? {})}::jsonb, coalesce(${by.prompt ?? null}, prompt), input, seed, outputs,
        'queued', simulated, now() + interval '1 hour', now(), now()
      from generations where id = ${pattern}`);
    return altered;
  };

  test("whose row was altered to name somebody else is refused by the guard immediately before sending", async () => {
    const { id: pattern } = await ada.api.generations.create.mutate({ brief: "a pattern to alter" });
    await untilGenerationEnds(ada, pattern);
    const altered = await insertAltered(pattern, { prompt: "user12345678, at sea" });
    expect(await passTime(altered)).toMatchObject({ status: "failed", error: { code: "guard-refused" } });
    expect(await paidFor("user12345678")).toHaveLength(0);
  });

  test("whose row was altered to change its preset otherwise than was promised is not sent", async () => {
    const brief = "a pattern to tune";
    const { id: pattern } = await ada.api.generations.create.mutate({ brief });
    await untilGenerationEnds(ada, pattern);
    const altered = await insertAltered(pattern, { changes: { guidance: 9 } });
    expect(await passTime(altered)).toMatchObject({ status: "failed", error: { code: "guard-refused" } });
    expect(await paidFor(brief)).toHaveLength(1);
  });
});
