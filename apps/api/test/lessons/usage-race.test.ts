import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { appRouter } from "../../src/trpc/router.ts";
import { createTestStudio, type TestStudio } from "../create-test-studio.ts";
import { describeOnBothDatabases } from "../describe-on-both-databases.ts";
import { signUpWithModel, untilGenerationEnds } from "../ready-subject.ts";

const trainingPrice = 20;
const left = 4;
const reflected = z.record(z.string(), z.unknown()).parse(appRouter._def.procedures);

describeOnBothDatabases("what people are charged", (open) => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  beforeAll(async () => {
    const { database } = disposal.use(await open());
    const credits = { signUp: trainingPrice + left, training: trainingPrice };
    server = disposal.use(await createTestStudio({ database, credits }));
  });
  afterAll(() => disposal.disposeAsync());

  test("usage raced, and impatient taps spent more than was there: of ten taps four are taken", async () => {
    const person = await signUpWithModel(server.url);
    const taps = Array.from({ length: 10 }, () => person.api.generations.create.mutate({ brief: "at sea" }));
    const outcomes = await Promise.allSettled(taps);
    const made = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
    expect(made).toHaveLength(left);
    for (const { id } of made) await untilGenerationEnds(person, id);
    expect(await person.api.credits.balance.query()).toEqual({ available: 0, reserved: 0 });
  });

  test("a failure was charged for: what never came is given back, and can be spent again", async () => {
    const person = await signUpWithModel(server.url);
    server.simulator.faults.add({ kind: "failed", job: "prediction", promptIncludes: "in vain" });
    const failing = await person.api.generations.create.mutate({ brief: "in vain", outputs: 4 });
    expect(await untilGenerationEnds(person, failing.id)).toMatchObject({ status: "failed" });
    const { entries } = await person.api.credits.history.query({ limit: 2 });
    expect(entries).toMatchObject([
      { kind: "release", availableAfter: left },
      { kind: "reserve", availableAfter: 0 },
    ]);
    server.simulator.faults.clear();
    const again = await person.api.generations.create.mutate({ brief: "again", outputs: 4 });
    expect(await untilGenerationEnds(person, again.id)).toMatchObject({ status: "succeeded" });
  });

  test("a request was charged once however many pictures it made: the unit is the picture", async () => {
    const person = await signUpWithModel(server.url);
    const three = await person.api.generations.create.mutate({ brief: "at sea", outputs: 3 });
    await untilGenerationEnds(person, three.id);
    expect(await person.api.credits.balance.query()).toEqual({ available: left - 3, reserved: 0 });
  });

  test("people chose their own plan: no procedure gives credits, and an unsigned payment gives none", async () => {
    const person = await signUpWithModel(server.url);
    const ofCredits = Object.keys(reflected).filter((path) => path.startsWith("credits."));
    expect(ofCredits.toSorted()).toEqual([
      "credits.balance",
      "credits.history",
      "credits.setMonthlyCap",
      "credits.spending",
    ]);
    const { id: subjectId } = await person.api.account.get.query();
    const message = { type: "payment.succeeded", data: { paymentId: "pay_1", subjectId, credits: 500 } };
    const answer = await fetch(`${server.url}/webhooks/payments`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(message),
    });
    expect(answer.status).toBe(401);
    expect(await person.api.credits.balance.query()).toEqual({ available: left, reserved: 0 });
  });
});
