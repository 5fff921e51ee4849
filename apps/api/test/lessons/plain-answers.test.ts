import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { reconcileDueWork } from "../../src/jobs/start-reconciler.ts";
import { appRouter } from "../../src/trpc/router.ts";
import { createTestStudio, type TestStudio } from "../create-test-studio.ts";
import { describeOnBothDatabases } from "../describe-on-both-databases.ts";
import { providerList } from "../provider-list.ts";
import { signUpWithModel, untilGenerationEnds } from "../ready-subject.ts";
import { clientWith, signIn, type SignedUp } from "../sign-up.ts";

const reflected = z
  .record(
    z.string(),
    z.custom<{ readonly _def: { readonly type: string } }>((procedure) => typeof procedure === "function"),
  )
  .parse(appRouter._def.procedures);

describeOnBothDatabases("what the studio answers", (open) => {
  const disposal = new AsyncDisposableStack();
  let studio: TestStudio;
  let neighbour: TestStudio;
  let ada: SignedUp;
  let aheadMs = 0;

  beforeAll(async () => {
    const { database } = disposal.use(await open());
    const clock = { now: () => new Date(Date.now() + aheadMs) };
    studio = disposal.use(await createTestStudio({ database, clock }));
    // A second process of the same studio, behind the same address as far as a page can tell.
    neighbour = disposal.use(
      await createTestStudio({
        database,
        clock,
        runningSimulator: studio.simulator,
        imageFolder: studio.imageFolder,
      }),
    );
    ada = await signUpWithModel(studio.url);
  }, 60_000);
  afterEach(() => {
    aheadMs = 0;
    studio.simulator.faults.clear();
  });
  afterAll(() => disposal.disposeAsync());

  test("a generation was not found, or its page signed out, right after it was asked for: every process knows it at once", async () => {
    const there = clientWith(neighbour.url, { authorization: `Bearer ${ada.token}` });
    for (let turn = 1; turn <= 10; turn += 1) {
      const made = await ada.api.generations.create.mutate({ brief: `turn ${turn}` });
      const seen = await there.generations.get.query({ generationId: made.id });
      expect(seen).toMatchObject({ id: made.id, prompt: made.prompt, seed: made.seed });
      expect((await there.generations.list.query({ limit: 1 })).generations[0]?.id).toBe(made.id);
    }
    const again = await signIn(neighbour.url, ada);
    expect((await again.api.account.get.query()).id).toBe((await ada.api.account.get.query()).id);
  });

  test("a page gave up and marked as failed what succeeded a moment later: no procedure lets a page end anything but by cancelling", () => {
    const changes = Object.entries(reflected)
      .filter(([, { _def }]) => _def.type === "mutation")
      .map(([path]) => path)
      .filter((path) => /^(?:generations|models|gallery)\./.test(path));
    expect(changes.toSorted()).toEqual(
      expect.arrayContaining(["generations.cancel", "generations.create", "models.train"]),
    );
    expect(changes.filter((path) => /fail|status|complete|finish|progress|save|url/i.test(path))).toEqual([]);
  });

  test("progress was made up from the time that had passed: an hour in a queue shows no step that nobody has reported", async () => {
    studio.simulator.faults.add({ kind: "stuck-in-starting", job: "prediction", times: 1 });
    const { id } = await ada.api.generations.create.mutate({ brief: "stuck in a queue" });
    await expect
      .poll(async () => (await ada.api.generations.get.query({ generationId: id })).status)
      .toBe("submitted");
    aheadMs = 50 * 60_000;
    await reconcileDueWork(studio.studio);
    const { progress } = await ada.api.generations.get.query({ generationId: id });
    expect(progress).toEqual({ phase: "starting", step: null, totalSteps: null });
    await ada.api.generations.cancel.mutate({ generationId: id });
    await untilGenerationEnds(ada, id);
  });

  test("a look that failed counted as a failed generation: not knowing changes nothing, and the next look finds the end", async () => {
    studio.simulator.faults.add({ kind: "webhook-lost" });
    studio.simulator.faults.add({ kind: "server-error-html", method: "GET", path: "/predictions/*" });
    const { id } = await ada.api.generations.create.mutate({ brief: "nobody can be asked" });
    await expect
      .poll(async () => (await ada.api.generations.get.query({ generationId: id })).status)
      .toBe("submitted");
    for (let turn = 1; turn <= 3; turn += 1) {
      aheadMs += 31_000;
      await reconcileDueWork(studio.studio);
    }
    expect(studio.logged()).toContain("the provider could not be asked about a generation");
    expect(await ada.api.generations.get.query({ generationId: id })).toMatchObject({
      status: "submitted",
      error: null,
      endedAt: null,
    });

    studio.simulator.faults.clear();
    aheadMs += 31_000;
    await reconcileDueWork(studio.studio);
    expect(await untilGenerationEnds(ada, id)).toMatchObject({ status: "succeeded" });
  });

  test("the same wish gave other parameters each time, with hair and skin drawn at random: nothing is sent that was not asked for", async () => {
    const brief = `the same wish ${randomUUID()}`;
    for (let turn = 1; turn <= 3; turn += 1) {
      const { id } = await ada.api.generations.create.mutate({ brief, seed: 9 });
      await untilGenerationEnds(ada, id);
    }
    const inputs = (await providerList(studio.simulator.url, "predictions"))
      .map(({ input }) => input)
      .filter((input) => String(input?.["prompt"]).includes(brief));
    expect(inputs).toHaveLength(3);
    expect(inputs[1]).toEqual(inputs[0]);
    expect(inputs[2]).toEqual(inputs[0]);
    // The safety check stays on: what it drops is told and given back, never shown in black.
    expect(inputs[0]?.["disable_safety_checker"] ?? false).toBe(false);
  });

  test("black pictures were saved where the safety check had dropped some: those are told as withheld, and none is kept", async () => {
    studio.simulator.faults.add({ kind: "nsfw-all", job: "prediction", times: 1 });
    const { id } = await ada.api.generations.create.mutate({ brief: "all held back", outputs: 2 });
    expect(await untilGenerationEnds(ada, id)).toMatchObject({
      status: "failed",
      portraits: [],
      withheld: 2,
      error: { code: "content-withheld" },
    });
  });
});
