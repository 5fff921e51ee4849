import { createHmac, randomUUID } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { readZipEntries } from "../../src/images/read-zip-entries.ts";
import { sha256Hex } from "../../src/images/sha256-hex.ts";
import { createTestStudio, type TestStudio } from "../create-test-studio.ts";
import { describeOnBothDatabases } from "../describe-on-both-databases.ts";
import { domainErrorOf } from "../domain-error-of.ts";
import { photo } from "../photo.ts";
import { providerList } from "../provider-list.ts";
import {
  patience,
  signUpWithModel,
  signUpWithPhotos,
  untilGenerationEnds,
  untilTrainingEnds,
} from "../ready-subject.ts";
import type { SignedUp } from "../sign-up.ts";
import { refusalOf } from "../sql-state-of.ts";

const checkViolation = "23514";

describeOnBothDatabases("whose face it is", (open) => {
  const disposal = new AsyncDisposableStack();
  let studio: TestStudio;
  let ada: SignedUp;

  beforeAll(async () => {
    const { database } = disposal.use(await open());
    studio = disposal.use(await createTestStudio({ database, reconcileEveryMs: 50 }));
    ada = await signUpWithModel(studio.url);
  }, 60_000);
  afterAll(() => disposal.disposeAsync());

  const sentFor = async (brief: string) => {
    const all = await providerList(studio.simulator.url, "predictions");
    return all.filter(({ input }) => String(input?.["prompt"]).includes(brief));
  };

  /** The zip that a person's newest training was sent with, as the provider has it. */
  const zipOf = async ({ api }: SignedUp): Promise<Buffer> => {
    const id = (await api.models.get.query())?.trainings[0]?.id;
    const { rows } = await studio.database.executeSql("select zip_file_id from trainings where id = $1", [
      id,
    ]);
    const { zip_file_id: fileId } = z.object({ zip_file_id: z.string() }).parse(rows[0]);
    const expiry = Math.floor(Date.now() / 1_000) + 600;
    const signature = createHmac("sha256", studio.simulator.webhookSecret)
      .update(`simulated ${fileId} ${expiry}`)
      .digest("base64");
    const query = new URLSearchParams({ owner: "simulated", expiry: String(expiry), signature });
    const zip = await fetch(`${studio.simulator.url}/v1/files/${fileId}/download?${query.toString()}`);
    expect(zip.status).toBe(200);
    return Buffer.from(await zip.arrayBuffer());
  };

  const trainedBy = async ({ api }: SignedUp) => {
    const { triggerWord } = await api.account.get.query();
    const all = await providerList(studio.simulator.url, "trainings");
    return all.filter(({ input }) => input?.["trigger_word"] === triggerWord);
  };

  test("a model came out with another person's face: each training's zip holds its own person's photos and no other", async () => {
    const people = await Promise.all([signUpWithPhotos(studio.url), signUpWithPhotos(studio.url, 6)]);
    // A zip is taken away as soon as its training has ended: it is looked at while it waits to begin.
    studio.simulator.faults.add({ kind: "slow-start", job: "training", times: 2, delayMs: 5_000 });
    await Promise.all(people.map(({ api }) => api.models.train.mutate()));
    const zips = await Promise.all(people.map((person) => vi.waitFor(() => zipOf(person), patience)));

    for (const [index, person] of people.entries()) {
      expect(await untilTrainingEnds(person)).toMatchObject({ status: "ready" });
      expect(await trainedBy(person)).toHaveLength(1);
      const entries = await readZipEntries(zips[index] ?? Buffer.of());
      const pictures = entries
        .filter(({ name }) => name.endsWith(".jpg"))
        .map(({ bytes }) => sha256Hex(bytes));
      const { selfies } = await person.api.selfies.list.query();
      const own = await Promise.all(
        selfies.map(async ({ id }) => {
          const original = await person.fetch(`/images/selfies/${id}/original`);
          return sha256Hex(new Uint8Array(await original.arrayBuffer()));
        }),
      );
      expect(pictures.toSorted()).toEqual(own.toSorted());
    }
  });

  test("without a ready model the base model or somebody else's was run instead: nothing at all is sent", async () => {
    const person = await signUpWithPhotos(studio.url);
    const before = await providerList(studio.simulator.url, "predictions");

    const told = await domainErrorOf(person.api.generations.create.mutate({ brief: "calm" }));
    expect(told).toMatchObject({ code: "model_missing" });
    expect(told.fix).toMatch(/train/i);
    expect(await providerList(studio.simulator.url, "predictions")).toEqual(before);
  });

  test("the page named the model, the trigger or an owner in its request and was believed: such a request is refused by field", async () => {
    const person = await signUpWithPhotos(studio.url);
    const stranger = await ada.api.models.get.query();
    const brief = `calm ${randomUUID()}`;
    for (const more of [
      { model: stranger?.name },
      { version: stranger?.trainings[0]?.version },
      { trigger: stranger?.triggerWord },
      { subjectId: stranger?.id },
      { userId: ada.userId },
      { prompt: "anything" },
      { imageUrl: `${studio.simulator.url}/v1/account` },
      { webhook: "https://example.org" },
    ]) {
      const told = await domainErrorOf(person.api.generations.create.mutate({ brief, ...more }));
      expect(told).toMatchObject({ code: "input_invalid" });
      expect(JSON.stringify(told)).toContain(Object.keys(more)[0]);
    }
    expect(await sentFor(brief)).toEqual([]);
  });

  test("a second training changed the trigger, the model's name or lost the version that worked: all three stay", async () => {
    const person = await signUpWithModel(studio.url);
    const before = await person.api.models.get.query();
    await person.api.selfies.add.mutate(await photo("one more.jpg"));
    studio.simulator.faults.add({ kind: "failed", job: "training", times: 1 });
    await person.api.models.train.mutate();
    expect(await untilTrainingEnds(person)).toMatchObject({ status: "failed" });

    const brief = `after a failed training ${randomUUID()}`;
    const { id, prompt } = await person.api.generations.create.mutate({ brief });
    expect(await untilGenerationEnds(person, id)).toMatchObject({ status: "succeeded" });
    const after = await person.api.models.get.query();
    expect(after).toMatchObject({ name: before?.name, triggerWord: before?.triggerWord, ready: true });
    expect(after?.trainings.find(({ active }) => active)).toEqual(before?.trainings[0]);
    expect(prompt).toContain(before?.triggerWord);
    expect((await trainedBy(person)).map(({ input }) => input?.["trigger_word"])).toEqual([
      before?.triggerWord,
      before?.triggerWord,
    ]);
  });

  test("a version was stored as name and hash in one, or a training's id in its place: the database takes a hash alone", async () => {
    const model = await ada.api.models.get.query();
    const training = model?.trainings[0];
    for (const wrong of [`${model?.name ?? ""}:${training?.version ?? ""}`, "abc123", randomUUID()]) {
      const written = studio.database.system.execute(
        sql`update trainings set version = ${wrong} where id = ${training?.id}`,
      );
      expect(await refusalOf(written)).toBe(checkViolation);
    }
    const renamed = studio.database.system.execute(
      sql`update subjects set trigger_word = trigger_word || '_2025' where trigger_word = ${model?.triggerWord}`,
    );
    expect(await refusalOf(renamed)).toBe(checkViolation);
  });
});

describe("shipped code", () => {
  test("a fixed person's number or model stood in the code as the default: there is none anywhere", () => {
    const root = fileURLToPath(new URL("../../../../", import.meta.url));
    const files = globSync("{apps,packages}/*/src/**/*.{ts,tsx}", { cwd: root }).filter(
      (path) => !/\.test\.tsx?$/.test(path),
    );
    expect(files.length).toBeGreaterThan(200);
    const fixed = files.flatMap((path) =>
      readFileSync(`${root}${path}`, "utf8")
        .split("\n")
        // The documented example is read by people; code never holds it.
        .filter((line) => !/^\s*(?:\/\/|\/?\*)/.test(line))
        // Numbers of nothing but one digit stand for any person at all.
        .filter((line) => /\buser(?!(\d)\1+\b)\d{8,12}\b|\b\d{8,12}-selfie-lora\b/.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
    expect(fixed).toEqual([]);
  });
});
