import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { storePortraits } from "../../src/generations/store-portraits.ts";
import { StorageUnavailableError } from "../../src/images/image-store.ts";
import { createTestStudio, type TestStudio } from "../create-test-studio.ts";
import { describeOnBothDatabases } from "../describe-on-both-databases.ts";
import { providerList } from "../provider-list.ts";
import {
  patience,
  signUpWithModel,
  signUpWithPhotos,
  untilGenerationEnds,
  untilTrainingEnds,
} from "../ready-subject.ts";
import type { SignedUp } from "../sign-up.ts";

const twoHoursMs = 2 * 3_600_000;

describeOnBothDatabases("pictures that are kept", (open) => {
  const disposal = new AsyncDisposableStack();
  let studio: TestStudio;
  let ada: SignedUp;
  let storageIsFull = false;

  beforeAll(async () => {
    const { database } = disposal.use(await open());
    studio = disposal.use(
      await createTestStudio({
        database,
        reconcileEveryMs: 50,
        wrapImages: (images) => ({
          ...images,
          put: async (key, ...picture) => {
            const full = Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
            if (storageIsFull) throw new StorageUnavailableError("put", key, full);
            await images.put(key, ...picture);
          },
        }),
      }),
    );
    ada = await signUpWithModel(studio.url);
  }, 60_000);
  afterEach(() => {
    storageIsFull = false;
    studio.simulator.faults.clear();
  });
  afterAll(() => disposal.disposeAsync());

  const bytesOf = async (portraitId: string): Promise<Buffer> => {
    const original = await ada.fetch(`/images/portraits/${portraitId}/original`);
    expect(original.status).toBe(200);
    return Buffer.from(await original.arrayBuffer());
  };

  test("pictures vanished from the gallery after an hour: they are the studio's own, long after the provider has forgotten them", async () => {
    const { id } = await ada.api.generations.create.mutate({ brief: "by the old harbour", outputs: 2 });
    const { portraits } = await untilGenerationEnds(ada, id);
    const before = await Promise.all(portraits.map((portrait) => bytesOf(portrait.id)));

    await studio.simulator.clock.advance(twoHoursMs);
    const forgotten = await providerList(studio.simulator.url, "predictions");
    expect(forgotten.every(({ input }) => Object.keys(input ?? {}).length === 0)).toBe(true);
    expect(await Promise.all(portraits.map((portrait) => bytesOf(portrait.id)))).toEqual(before);
  });

  test("a full disk made the provider's address pass for a saved picture: nothing is shown until it is really here", async () => {
    storageIsFull = true;
    const { id } = await ada.api.generations.create.mutate({ brief: "on a full disk", outputs: 2 });
    await expect
      .poll(async () => (await ada.api.generations.get.query({ generationId: id })).status, patience)
      .toBe("storing");
    await expect.poll(() => studio.logged(), patience).toContain("ENOSPC");
    const meanwhile = await ada.api.generations.get.query({ generationId: id });
    expect(meanwhile).toMatchObject({ status: "storing", portraits: [], endedAt: null });
    expect(JSON.stringify(meanwhile)).not.toMatch(/https?:/);

    storageIsFull = false;
    const ended = await untilGenerationEnds(ada, id);
    expect(ended).toMatchObject({ status: "succeeded", withheld: 0 });
    const { subjectId } = await ownerOf(id);
    const keys: string[] = [];
    for await (const { key } of studio.studio.images.list("")) keys.push(key);
    expect(keys.filter((key) => !key.startsWith(`subjects/`) || /undefined|null/.test(key))).toEqual([]);
    for (const portrait of ended.portraits) {
      const { sha256 } = await ada.api.gallery.get.query({ portraitId: portrait.id });
      expect(keys).toContain(`subjects/${subjectId}/portraits/${sha256}.png`);
    }
  });

  const ownerOf = async (generationId: string): Promise<{ subjectId: string }> => {
    const subjectId = await studio.studio.owners.ownerOfGeneration(generationId);
    if (subjectId === undefined) throw new Error("The generation has no owner");
    return { subjectId };
  };

  test("a picture was in the gallery twice, because a monitor, a retry and the page had each saved it: it is there once", async () => {
    studio.simulator.faults.add({ kind: "webhook-repeated" });
    const { id } = await ada.api.generations.create.mutate({ brief: "three times saved", outputs: 2 });
    const { subjectId } = await ownerOf(id);
    const saving = Array.from({ length: 5 }, () => storePortraits(studio.studio, subjectId, id));
    const ended = await untilGenerationEnds(ada, id);
    await Promise.all([
      ...saving,
      ...Array.from({ length: 5 }, () => storePortraits(studio.studio, subjectId, id)),
    ]);

    expect(ended.portraits.map(({ index }) => index)).toEqual([0, 1]);
    const { portraits } = await ada.api.gallery.list.query({ limit: 100 });
    expect(portraits.filter(({ generationId }) => generationId === id)).toHaveLength(2);
  });

  test("of several pictures asked for only the first was ever seen again: four of one request all arrive, in their order", async () => {
    const brief = "four at once on the terrace";
    const { id } = await ada.api.generations.create.mutate({ brief, outputs: 4, seed: 77 });
    const ended = await untilGenerationEnds(ada, id);

    expect(ended).toMatchObject({ status: "succeeded", withheld: 0 });
    expect(ended.portraits.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
    for (const portrait of ended.portraits) expect(await bytesOf(portrait.id)).not.toHaveLength(0);
    const paid = await providerList(studio.simulator.url, "predictions");
    expect(paid.filter(({ input }) => String(input?.["prompt"]).includes(brief))).toHaveLength(1);
  });

  test("a zip with some of the photos missing was trained on: it fails at once, by name, and nothing is sent", async () => {
    const person = await signUpWithPhotos(studio.url);
    const { selfies } = await person.api.selfies.list.query();
    const original = await person.fetch(`/images/selfies/${selfies[0]?.id ?? ""}/original`);
    const sha256 = /[0-9a-f]{64}/.exec(original.headers.get("etag") ?? "")?.[0] ?? "";
    await original.arrayBuffer();
    for await (const { key } of studio.studio.images.list("subjects/"))
      if (key.includes(sha256)) await rm(join(studio.imageFolder, key));
    const before = await providerList(studio.simulator.url, "trainings");

    await person.api.models.train.mutate();
    const ended = await untilTrainingEnds(person);
    expect(ended).toMatchObject({ status: "failed", error: { code: "photos-missing" } });
    expect(await providerList(studio.simulator.url, "trainings")).toEqual(before);
    expect((await person.api.selfies.list.query()).selfies).toHaveLength(5);
  });
});
