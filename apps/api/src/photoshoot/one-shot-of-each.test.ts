import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import { createTestDatabase } from "../../test/create-test-database.ts";
import { createTestStudio } from "../../test/create-test-studio.ts";
import { patience, signUpWithModel } from "../../test/ready-subject.ts";
import { collections } from "./collections/collections.ts";

test("one shot of each of the studio's collections goes the whole way, drawn by the simulator", async () => {
  await using opened = await createTestDatabase("pglite");
  await using server = await createTestStudio({
    database: opened.database,
    simulator: { pictures: "portraits" },
  });
  const person = await signUpWithModel(server.url);
  for (const { id: collectionId, shots } of collections)
    await person.api.photoshoot.start.mutate({
      collectionId,
      shotIds: shots.slice(0, 1).map(({ id }) => id),
      idempotencyKey: randomUUID(),
    });
  const taken = await vi.waitFor(
    async () => {
      const now = await person.api.photoshoot.taken.query();
      if (now.length < collections.length) throw new Error(`${now.length} of ${collections.length}`);
      return now;
    },
    { ...patience, timeout: 120_000 },
  );
  expect(taken.map(({ collectionId }) => collectionId).toSorted()).toEqual(
    collections.map(({ id }) => id).toSorted(),
  );
  expect(taken.every(({ portrait }) => portrait.simulated)).toBe(true);
}, 180_000);
