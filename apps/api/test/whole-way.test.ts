import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { verifyRecipe } from "@selfsame/flux-core";
import { startSimulator } from "@selfsame/replicate-simulator";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { type DatabaseLocation, openDatabase } from "../src/db/open-database.ts";
import { createLog } from "../src/log/create-log.ts";
import { createEmptyPostgresDatabase } from "./create-postgres-database.ts";
import { createTestStudio, providerToken } from "./create-test-studio.ts";
import { untilGenerationEnds, untilTrainingEnds } from "./ready-subject.ts";
import { signIn, signUpWithConsent } from "./sign-up.ts";

const locations: [string, (folder: string, disposal: AsyncDisposableStack) => Promise<DatabaseLocation>][] = [
  ["pglite", (folder) => Promise.resolve({ kind: "pglite", folder: join(folder, "database") })],
  [
    "postgres",
    async (_folder, disposal) => {
      const { url, drop } = await createEmptyPostgresDatabase();
      disposal.defer(drop);
      return { kind: "postgres", url, maximumConnections: 10 };
    },
  ],
];

describe.each(locations)("one person's whole way, on %s", (_kind, locate) => {
  test(
    "leads from sign-up to kept portraits, and outlives a restart of the studio",
    { timeout: 180_000 },
    async () => {
      await using disposal = new AsyncDisposableStack();
      const folder = await mkdtemp(join(tmpdir(), "selfsame-way-"));
      disposal.defer(() => rm(folder, { recursive: true }));
      const location = await locate(folder, disposal);
      const runningSimulator = await startSimulator({
        token: providerToken,
        username: "simulated",
        limits: "off",
      });
      disposal.defer(() => runningSimulator.close());
      const imageFolder = join(folder, "images");
      const open = async () => {
        const database = await openDatabase(location, createLog("silent"));
        const server = await createTestStudio({ database, runningSimulator, imageFolder });
        return {
          server,
          close: async () => {
            await server[Symbol.asyncDispose]();
            await database.close();
          },
        };
      };

      const first = await open();
      const person = await signUpWithConsent(first.server.url);
      const { selfies } = await person.api.selfies.addDrawn.mutate();
      expect(selfies).toHaveLength(12);
      await person.api.models.train.mutate();
      expect(await untilTrainingEnds(person)).toMatchObject({
        status: "ready",
        selfieCount: 12,
        active: true,
      });
      const { id: generationId } = await person.api.generations.create.mutate({
        brief: "confident woman, street fashion",
        outputs: 2,
      });
      const ended = await untilGenerationEnds(person, generationId);
      expect(ended).toMatchObject({ status: "succeeded", withheld: 0, error: null, simulated: true });
      const account = await person.api.account.get.query();
      await first.close();

      const second = await open();
      const again = await signIn(second.server.url, person);
      expect(await again.api.account.get.query()).toEqual(account);
      expect((await again.api.selfies.list.query()).selfies).toEqual(selfies);
      const { portraits } = await again.api.gallery.list.query({});
      expect(portraits.map(({ index }) => index).toSorted((a, b) => a - b)).toEqual([0, 1]);
      for (const { id: portraitId, width, height, simulated } of portraits) {
        expect(simulated).toBe(true);
        const { recipe, sha256, sizeBytes, seed, clauses } = await again.api.gallery.get.query({
          portraitId,
        });
        expect(verifyRecipe(recipe).ok).toBe(true);
        expect(recipe).toMatchObject({
          generationId,
          subjectNumber: account.subjectNumber,
          trigger: account.triggerWord,
          input: { seed, num_outputs: 2 },
        });
        expect(clauses[0]).toMatchObject({ text: account.triggerWord, origin: "trigger" });
        const original = await again.fetch(`/images/portraits/${portraitId}/original`);
        expect(original.headers.get("etag")).toBe(`"${sha256}-original"`);
        const bytes = Buffer.from(await original.arrayBuffer());
        expect(bytes).toHaveLength(sizeBytes);
        expect(await sharp(bytes).metadata()).toMatchObject({ format: "png", width, height });
        const thumbnail = await again.fetch(`/images/portraits/${portraitId}/480`);
        expect(await sharp(Buffer.from(await thumbnail.arrayBuffer())).metadata()).toMatchObject({
          format: "webp",
          width: 480,
        });
      }

      const kept = await again.api.gallery.keep.mutate({ portraitId: portraits[0]?.id ?? "", kept: true });
      expect(kept.kept).toBe(true);
      expect((await again.api.gallery.list.query({ kept: true })).portraits).toEqual([kept]);
      expect((await again.api.gallery.list.query({ kept: false })).portraits).toHaveLength(1);
      const more = await again.api.generations.create.mutate({ brief: "at sea" });
      expect(await untilGenerationEnds(again, more.id)).toMatchObject({ status: "succeeded" });
      expect((await again.api.gallery.list.query({})).portraits).toHaveLength(3);
      await second.close();
    },
  );
});
