import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { domainErrorOf } from "../../test/domain-error-of.ts";
import { providerList } from "../../test/provider-list.ts";
import { photo } from "../../test/photo.ts";
import {
  signUpWithModel,
  signUpWithPhotos,
  untilGenerationEnds,
  untilTrainingEnds,
} from "../../test/ready-subject.ts";
import { type SignedUp, signUpWithConsent } from "../../test/sign-up.ts";
import { reconcileDueWork } from "../jobs/start-reconciler.ts";

describeOnBothDatabases("a training", (open) => {
  const disposal = new AsyncDisposableStack();
  let studio: TestStudio;
  let aheadMs = 0;

  beforeAll(async () => {
    const { database } = disposal.use(await open());
    const clock = { now: () => new Date(Date.now() + aheadMs) };
    studio = disposal.use(await createTestStudio({ database, clock, reconcileEveryMs: 50 }));
  }, 60_000);
  afterEach(() => {
    aheadMs = 0;
    studio.simulator.faults.clear();
  });
  afterAll(() => disposal.disposeAsync());

  const passTime = async (person: SignedUp, stepMs = 31_000) => {
    for (;;) {
      aheadMs += stepMs;
      await reconcileDueWork(studio.studio);
      const training = (await person.api.models.get.query())?.trainings[0];
      if (training !== undefined && training.endedAt !== null) return training;
      if (aheadMs > 24 * 3_600_000) throw new Error(`It never ended: ${JSON.stringify(training)}`);
    }
  };

  const startedBy = async (person: SignedUp) => {
    const { triggerWord } = await person.api.account.get.query();
    return (await providerList(studio.simulator.url, "trainings")).filter(
      ({ input }) => input?.["trigger_word"] === triggerWord,
    );
  };

  test("makes a private model named after the subject, with a version that is active when it is ready", async () => {
    const person = await signUpWithPhotos(studio.url);
    const { subjectNumber, triggerWord } = await person.api.account.get.query();
    const started = await person.api.models.train.mutate();
    expect(started).toMatchObject({ status: "draft", selfieCount: 5, active: false, simulated: true });

    const ended = await untilTrainingEnds(person);
    expect(ended).toMatchObject({ status: "ready", active: true, error: null });
    expect(ended.version).toMatch(/^[0-9a-f]{64}$/);
    expect(await person.api.models.get.query()).toMatchObject({
      name: `simulated/${subjectNumber}-selfie-lora`,
      triggerWord,
      ready: true,
    });
    const [sent] = await startedBy(person);
    expect(sent?.input).toMatchObject({
      trigger_word: triggerWord,
      steps: 1000,
      lora_rank: 16,
      learning_rate: 0.0004,
    });
  });

  test("with four selfies says how many are missing, and leaves nothing behind", async () => {
    const person = await signUpWithPhotos(studio.url, 4);
    const told = await domainErrorOf(person.api.models.train.mutate());
    expect(told).toMatchObject({ code: "training_too_few_selfies", details: { have: 4, need: 5 } });
    expect(told.fix).toContain("Add 1 more");
    expect(await person.api.models.get.query()).toBeNull();
  });

  test("is refused without consent, and while another one runs, also when both are asked for at once", async () => {
    const person = await signUpWithPhotos(studio.url);
    studio.simulator.faults.add({ kind: "stuck-in-starting", job: "training", times: 1 });
    const asked = await Promise.allSettled(Array.from({ length: 8 }, () => person.api.models.train.mutate()));
    expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await domainErrorOf(person.api.models.train.mutate())).toMatchObject({
      code: "training_already_running",
    });
    const stuck = (await person.api.models.get.query())?.trainings[0];
    await person.api.models.cancelTraining.mutate({ trainingId: stuck?.id ?? "" });
    expect(await untilTrainingEnds(person)).toMatchObject({ status: "canceled", active: false });
    expect((await startedBy(person)).length).toBeLessThanOrEqual(1);
  });

  test("is adopted and not paid twice, when the connection broke after it was accepted", async () => {
    const person = await signUpWithPhotos(studio.url);
    studio.simulator.faults.add({
      kind: "dropped-after",
      method: "POST",
      path: "/models/*/*/versions/*/trainings",
      times: 1,
    });
    await person.api.models.train.mutate();
    expect(await passTime(person)).toMatchObject({ status: "ready" });
    expect(await startedBy(person)).toHaveLength(1);
  });

  test("is found by looking, when every webhook is lost", async () => {
    const person = await signUpWithPhotos(studio.url);
    studio.simulator.faults.add({ kind: "webhook-lost" });
    await person.api.models.train.mutate();
    expect(await passTime(person)).toMatchObject({ status: "ready", active: true });
  });

  test.each([
    ["the trainer fails", { kind: "failed", job: "training", times: 1 }, "failed"],
    [
      "it fails after its log promised success",
      { kind: "failed-after-success-logs", job: "training", times: 1 },
      "failed",
    ],
    ["the provider's account is empty", { kind: "insufficient-credit" }, "failed"],
  ] as const)("ends with a reason and can be started again, when %s", async (_what, fault, status) => {
    const person = await signUpWithPhotos(studio.url);
    studio.simulator.faults.add(fault);
    await person.api.models.train.mutate();
    const ended = await untilTrainingEnds(person);
    expect(ended).toMatchObject({ status, active: false });
    expect(ended.error?.message).not.toBe("");
    expect(JSON.stringify(ended)).not.toMatch(/billing|402/i);
    studio.simulator.faults.clear();
    await person.api.models.train.mutate();
    expect(await untilTrainingEnds(person)).toMatchObject({ status: "ready", active: true });
  });

  test("past its deadline is given up, and cancelled at the provider", async () => {
    const person = await signUpWithPhotos(studio.url);
    studio.simulator.faults.add({ kind: "stuck-in-starting", job: "training", times: 1 });
    await person.api.models.train.mutate();
    expect(await passTime(person, 20 * 60_000)).toMatchObject({
      status: "failed",
      error: { code: "not-answered" },
    });
    expect((await startedBy(person)).map(({ status }) => status)).not.toContain("starting");
  });

  test("keeps the last good version until the next is ready; an older one can be chosen again", async () => {
    const person = await signUpWithModel(studio.url);
    const first = (await person.api.models.get.query())?.trainings[0];
    await person.api.selfies.add.mutate(await photo("one more.jpg"));
    studio.simulator.faults.add({ kind: "failed", job: "training", times: 1 });
    await person.api.models.train.mutate();
    await untilTrainingEnds(person);
    expect((await person.api.models.get.query())?.trainings.find(({ active }) => active)?.id).toBe(first?.id);

    await person.api.models.train.mutate();
    const second = await untilTrainingEnds(person);
    expect(second).toMatchObject({ status: "ready", active: true, selfieCount: 6 });
    const model = await person.api.models.activate.mutate({ trainingId: first?.id ?? "" });
    expect(model.trainings.find(({ active }) => active)?.id).toBe(first?.id);
    const { id } = await person.api.generations.create.mutate({ brief: "calm" });
    const { portraits } = await untilGenerationEnds(person, id);
    const { recipe } = await person.api.gallery.get.query({ portraitId: portraits[0]?.id ?? "" });
    expect(recipe.version).toBe(first?.version);
  });

  test("that is not ready cannot be chosen, and somebody else's answers as one that does not exist", async () => {
    const person = await signUpWithModel(studio.url);
    const eve = await signUpWithConsent(studio.url);
    const trainingId = (await person.api.models.get.query())?.trainings[0]?.id ?? "";
    for (const call of ["activate", "cancelTraining"] as const) {
      const asked = await domainErrorOf(eve.api.models[call].mutate({ trainingId }));
      expect(asked).toEqual(await domainErrorOf(eve.api.models[call].mutate({ trainingId: randomUUID() })));
      expect(asked).toMatchObject({ code: "not_found" });
    }
    expect(await domainErrorOf(person.api.models.cancelTraining.mutate({ trainingId }))).toMatchObject({
      code: "training_not_cancelable",
    });
  });

  test("holds its selfies until they are sent, and none of them is needed afterwards", async () => {
    const person = await signUpWithModel(studio.url);
    const { selfies } = await person.api.selfies.list.query();
    await person.api.selfies.remove.mutate({ selfieId: selfies[0]?.id ?? "" });
    expect((await person.api.selfies.list.query()).selfies).toHaveLength(4);
    expect((await person.api.models.get.query())?.trainings[0]?.selfieCount).toBe(5);
  });
});
